import type { CallFact } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api } from '../../../rule';
import { everywhere, named, says, when } from '../shared/apis';

/** Programs that run another one only where no other holds the same lock. */
export const isLockCommand = (program: string): boolean =>
  /^(?:.*\/)?(?:flock|run-one|run-this-one|lockrun|setlock)$/.test(program);

/** `flock(f, LOCK_UN)` gives back what another call has taken. */
const takes = ({ args }: CallFact): boolean =>
  !args.some(({ value }) => value.kind === 'reference' && /(?:^|\.)LOCK_UN$/.test(value.name));

const javascript: readonly Api[] = [
  named('proper-lockfile', 'proper-lockfile.lock', 'proper-lockfile.lockSync'),
  named('lockfile', 'lockfile.lock', 'lockfile.lockSync'),
  named('fs-ext', 'fs-ext.flock', 'fs-ext.flockSync', 'fs-ext.fcntl'),
];

const python: readonly Api[] = [
  when('fcntl', ['fcntl.flock', 'fcntl.lockf'], takes),
  named('filelock', 'filelock.FileLock', 'filelock.SoftFileLock', 'filelock.AsyncFileLock'),
  named('portalocker', 'portalocker.Lock', 'portalocker.lock', 'portalocker.RLock'),
  named('zc.lockfile', 'zc.lockfile.LockFile'),
  named('fasteners', 'fasteners.InterProcessLock', 'fasteners.interprocess_locked'),
];

/** The lock of the file that holds the id of the process is of this machine by its nature, and is a rule of its own. */
const PID_FILE = /(?:^|[/_-])pid_?file\.rb$/i;

const ruby: readonly Api[] = [
  {
    calls: ['?.flock', 'File.open().flock', 'File.new().flock'],
    breach: (call, { path }) =>
      call.args.length === 1 && takes(call) && !PID_FILE.test(path) ? says('flock', call.range) : undefined,
  },
];

const php: readonly Api[] = [
  ...everywhere(when('flock', ['flock'], takes), named('sem_acquire', 'sem_acquire')),
  named('Symfony’s FlockStore', 'Symfony.Component.Lock.Store.FlockStore'),
  named('Symfony’s SemaphoreStore', 'Symfony.Component.Lock.Store.SemaphoreStore'),
];

const channel = (method: string): string[] =>
  [
    'java.nio.channels.FileChannel()',
    'java.nio.channels.FileChannel.open()',
    'java.io.RandomAccessFile().getChannel()',
    'java.io.FileOutputStream().getChannel()',
  ].map((base) => `${base}.${method}`);
const java: readonly Api[] = [named('FileChannel', ...channel('lock'), ...channel('tryLock'))];

const go: readonly Api[] = [
  named('Flock', 'syscall.Flock', 'golang.org/x/sys/unix.Flock'),
  named('gofrs/flock', 'github.com/gofrs/flock.New', 'github.com/theckman/go-flock.NewFlock'),
  named('fslock', 'github.com/juju/fslock.New'),
];

/** A mutex with a name is one of the whole machine. */
const csharp: readonly Api[] = [
  when(
    'The named mutex',
    ['System.Threading.Mutex'],
    ({ construct, args }) => construct && textOf(args[1]?.value) !== undefined,
  ),
];

const rust: readonly Api[] = [
  named('fd-lock', 'fd_lock.RwLock.new'),
  named('file-lock', 'file_lock.FileLock.lock'),
  named('fslock', 'fslock.LockFile.open'),
  named('named-lock', 'named_lock.NamedLock.create'),
];

const shell: readonly Api[] = [
  when(
    'flock',
    ['flock'],
    ({ args }) => !args.some(({ value }) => /^(?:-u|--unlock)$/.test(textOf(value) ?? '')),
  ),
  named('run-one', 'run-one', 'run-this-one'),
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
  shell,
};
