import type { Exit } from './model';

const signalWords: Readonly<Record<string, string>> = {
  SIGHUP: 'hang-up',
  SIGINT: 'interrupted',
  SIGQUIT: 'quit',
  SIGILL: 'illegal instruction',
  SIGTRAP: 'trap',
  SIGABRT: 'aborted',
  SIGBUS: 'bad memory access',
  SIGFPE: 'arithmetic error',
  SIGKILL: 'killed, perhaps for lack of memory',
  SIGSEGV: 'bad memory access',
  SIGPIPE: 'its reader was gone',
  SIGXCPU: 'CPU time limit',
  SIGXFSZ: 'file size limit',
  SIGSYS: 'forbidden system call',
};

const signalNumbers: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  4: 'SIGILL',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  13: 'SIGPIPE',
  15: 'SIGTERM',
};

/** What an exit code of the shell means; undefined for those that are the app's own. */
function meaningOf(code: number): string | undefined {
  if (code === 126) return 'the command cannot be executed';
  if (code === 127) return 'the command was not found';
  const signal = code > 128 ? signalNumbers[code - 128] : undefined;
  return signal && `by ${withMeaning(signal)}`;
}

function withMeaning(signal: string): string {
  const words = signalWords[signal];
  return words === undefined ? signal : `${signal}, ${words}`;
}

/** `exited with code 127 (the command was not found)`; `asked` leaves out what a signal may mean. */
export function exitInWords({ code, signal }: Exit, asked = false): string {
  if (signal !== undefined) {
    const words = asked ? undefined : signalWords[signal];
    return words === undefined ? `ended by ${signal}` : `ended by ${signal} (${words})`;
  }
  const meaning = asked ? undefined : meaningOf(code ?? 0);
  return meaning === undefined ? `exited with code ${code ?? 0}` : `exited with code ${code} (${meaning})`;
}

/** The exit code by which a shell would tell of this end. */
export function codeOfExit({ code, signal }: Exit): number {
  if (signal === undefined) return code ?? 0;
  const number = Object.entries(signalNumbers).find(([, name]) => name === signal)?.[0];
  return 128 + Number(number ?? 0);
}
