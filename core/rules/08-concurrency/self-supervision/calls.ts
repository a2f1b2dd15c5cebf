import type { CallFact, Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api } from '../../../rule';
import { everywhere, named, soften, when } from '../../06-processes/shared/apis';

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

const javascript: readonly Api[] = [
  named(
    'Forever',
    'forever.start',
    'forever.startDaemon',
    'forever-monitor.Monitor',
    'forever-monitor.start',
  ),
  named('nodemon', 'nodemon'),
  named('PM2', 'pm2.connect', 'pm2.start'),
  named('node-windows', 'node-windows.Service'),
  ...soften('hint', {
    calls: ['cluster.on'],
    bodies: true,
    breach: ({ args, range }) => {
      const handler = args[1]?.value;
      const forks = handler?.kind === 'function' && handler.calls.some((one) => one.endsWith('.fork'));
      return textOf(args[0]?.value) === 'exit' && forks
        ? { range, words: { what: 'This cluster' } }
        : undefined;
    },
  }),
];

const python: readonly Api[] = [
  when(
    'This program',
    ['os.execv', 'os.execl', 'os.execvp', 'os.execlp', 'os.execve', 'os.execle'],
    startsSelf,
  ),
];

const ruby: readonly Api[] = [when('This program', ['exec', 'Kernel.exec', 'Process.exec'], startsSelf)];

const php: readonly Api[] = everywhere(when('This program', ['pcntl_exec'], startsSelf));

const java: readonly Api[] = [
  named(
    'The Java Service Wrapper',
    'org.tanukisoftware.wrapper.WrapperManager.start',
    'org.tanukisoftware.wrapper.WrapperManager.restart',
  ),
];

const go: readonly Api[] = [
  when(
    'This program',
    ['syscall.Exec', 'golang.org/x/sys/unix.Exec'],
    ({ args }) => isSelf(args[0]?.value) || /os\.Args/.test(nameOf(args[0]?.value)),
  ),
  named('overseer', 'github.com/jpillora/overseer.Run'),
];

const nameOf = (value: Value | undefined): string => (value?.kind === 'reference' ? value.name : '');

const csharp: readonly Api[] = everywhere(
  when('This program', ['Process.Start', 'System.Diagnostics.Process.Start'], startsSelf),
);

const rust: readonly Api[] = [
  when('This program', ['std.process.Command.new'], ({ args }) => isSelf(args[0]?.value)),
];

export const calls: Partial<Record<Family, readonly Api[]>> = {
  javascript,
  python,
  ruby,
  php,
  java,
  go,
  csharp,
  rust,
};
