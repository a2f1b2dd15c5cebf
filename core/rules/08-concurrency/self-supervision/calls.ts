import type { CallFact, Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { everywhere, soften } from '../../06-processes/shared/apis';
import { supervised } from './commands';

/** Whether a value is the program that runs: its own path, or the interpreter it runs in. */
function isSelf(value: Value | undefined): boolean {
  if (!value) return false;
  if (value.kind === 'call') return isOwn(value.callee) || value.args.some((one) => isSelf(one.value));
  if (value.kind === 'array') return value.items.some(isSelf);
  return value.kind === 'reference' && isOwn(value.name);
}

const isOwn = (name: string): boolean =>
  /(?:^|\.)(?:sys\.executable|process\.execPath|current_exe|Executable|PHP_BINARY|ProcessPath|PROGRAM_NAME)$|^\$0$|^\$PROGRAM_NAME$|Environment\.ProcessPath/.test(
    name,
  );

const startsSelf = ({ args }: CallFact): boolean => args.slice(0, 2).some(({ value }) => isSelf(value));

/** The API keeps the app alive. */
const supervises = (what: string, ...names: readonly string[]): Api => ({
  calls: names,
  breach: ({ range }) => ({ range, words: supervised(what) }),
});

/** The call starts the program that runs once more. */
const restarts = (names: readonly string[], test: (call: CallFact) => boolean): Api => ({
  calls: names,
  breach: (call) =>
    test(call)
      ? { range: call.range, words: { what: 'This program starts itself anew', todo: 'End the process' } }
      : undefined,
});

export const javascript: readonly Api[] = [
  supervises(
    'Forever',
    'forever.start',
    'forever.startDaemon',
    'forever-monitor.Monitor',
    'forever-monitor.start',
  ),
  supervises('nodemon', 'nodemon'),
  supervises('PM2', 'pm2.connect', 'pm2.start'),
  supervises('node-windows', 'node-windows.Service'),
  ...soften('hint', {
    calls: ['cluster.on'],
    bodies: true,
    breach: ({ args, range }) => {
      const handler = args[1]?.value;
      const forks = handler?.kind === 'function' && handler.calls.some((one) => one.endsWith('.fork'));
      return textOf(args[0]?.value) === 'exit' && forks
        ? { range, words: supervised('This cluster') }
        : undefined;
    },
  }),
];

export const python: readonly Api[] = [
  restarts(['os.execv', 'os.execl', 'os.execvp', 'os.execlp', 'os.execve', 'os.execle'], startsSelf),
];

export const ruby: readonly Api[] = [restarts(['exec', 'Kernel.exec', 'Process.exec'], startsSelf)];

export const php: readonly Api[] = everywhere(restarts(['pcntl_exec'], startsSelf));

export const java: readonly Api[] = [
  supervises(
    'The Java Service Wrapper',
    'org.tanukisoftware.wrapper.WrapperManager.start',
    'org.tanukisoftware.wrapper.WrapperManager.restart',
  ),
];

export const go: readonly Api[] = [
  restarts(
    ['syscall.Exec', 'golang.org/x/sys/unix.Exec'],
    ({ args }) => isSelf(args[0]?.value) || /os\.Args/.test(nameOf(args[0]?.value)),
  ),
  supervises('overseer', 'github.com/jpillora/overseer.Run'),
];

const nameOf = (value: Value | undefined): string => (value?.kind === 'reference' ? value.name : '');

export const csharp: readonly Api[] = everywhere(
  restarts(['Process.Start', 'System.Diagnostics.Process.Start'], startsSelf),
);

export const rust: readonly Api[] = [
  restarts(['std.process.Command.new'], ({ args }) => isSelf(args[0]?.value)),
];
