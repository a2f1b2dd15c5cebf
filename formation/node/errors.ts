import type { ProcessSpec } from '../model';

/** True for an error of the operating system, or of Node, with one of the codes. */
export function isError(error: unknown, ...codes: readonly string[]): boolean {
  const code = codeOf(error);
  return code !== undefined && codes.includes(code);
}

export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Why a process could not be started. Node's own message is not used: it may quote a value of the environment. */
export function failureInWords(error: unknown, spec: ProcessSpec): string {
  const code = codeOf(error);
  switch (code) {
    case 'ENOENT':
      return 'The shell was not found.';
    case 'EACCES':
    case 'EPERM':
      return 'The system does not allow the shell to be run.';
    case 'EAGAIN':
      return 'The system allows no more processes.';
    case 'EMFILE':
    case 'ENFILE':
      return 'Too many files are open.';
    case 'E2BIG':
      return `The environment and the command are too large for this system. The largest variables are ${largestOf(spec)}.`;
    case 'ERR_INVALID_ARG_VALUE':
      return 'The command or a variable of the environment holds a NUL character.';
    default:
      return `The system refused (${code ?? 'unknown reason'}).`;
  }
}

function largestOf(spec: ProcessSpec): string {
  const bySize = Object.entries(spec.env).sort(([, a], [, b]) => b.length - a.length);
  return bySize
    .slice(0, 3)
    .map(([name]) => name)
    .join(', ');
}
