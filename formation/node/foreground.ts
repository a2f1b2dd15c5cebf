import { spawn } from 'node:child_process';
import type { Exit } from '../model';
import { withoutEditor } from './child-env';
import { codeOf } from './errors';

export interface ForegroundOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Signals that the terminal sends to the process as well as to us, and those that reach us alone. */
const ofTerminal = ['SIGINT', 'SIGQUIT'] as const;
const ours = ['SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command line by the shell, or a program with its arguments, with this program's own terminal, and waits for
 * its end. What the user types goes to it alone.
 */
export async function runForeground(
  command: string | readonly string[],
  { cwd, env }: ForegroundOptions,
): Promise<Exit | { readonly failure: string }> {
  const [program = '', ...words] = typeof command === 'string' ? shellWords(command) : command;
  const windows = process.platform === 'win32';
  const child = spawn(program, words, {
    cwd,
    env: withoutEditor(env),
    stdio: 'inherit',
    windowsVerbatimArguments: windows && typeof command === 'string',
  });
  const ignore = (): void => undefined;
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of ofTerminal) process.on(signal, ignore);
  for (const signal of ours) process.on(signal, forward);
  try {
    return await new Promise((resolve) => {
      child.once('error', (error) => resolve({ failure: failureOf(error, program) }));
      child.once('exit', (code, signal) => resolve({ code: code ?? undefined, signal: signal ?? undefined }));
    });
  } finally {
    for (const signal of ofTerminal) process.off(signal, ignore);
    for (const signal of ours) process.off(signal, forward);
  }
}

function shellWords(command: string): readonly string[] {
  if (process.platform !== 'win32') return ['/bin/sh', '-c', command];
  return [process.env.ComSpec ?? 'cmd.exe', '/d', '/s', '/c', `"${command}"`];
}

function failureOf(error: Error, program: string): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return `${program} was not found.`;
  if (code === 'EACCES') return `${program} cannot be executed.`;
  return `${program} could not be started (${code ?? 'unknown reason'}).`;
}
