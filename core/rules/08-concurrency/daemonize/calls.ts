import type { CallFact } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { everywhere, named, says, when } from '../../06-processes/shared/apis';

/** A program that starts itself again and lets go: the same interpreter, detached, with no ear for its output. */
function startsItself({ args }: CallFact): boolean {
  const program = args[0]?.value;
  const options = args.at(-1)?.value;
  const detached = property(options, 'detached');
  const own =
    (program?.kind === 'reference' && /(?:^|\.)process\.(?:execPath|argv0)$/.test(program.name)) ||
    /^(?:node|nodejs)$/.test(textOf(program) ?? '');
  return (
    own && detached?.kind === 'boolean' && detached.value && textOf(property(options, 'stdio')) === 'ignore'
  );
}

export const javascript: readonly Api[] = [
  named('daemonize-process', 'daemonize-process'),
  named('The daemon package', 'daemon', 'daemonize2.setup'),
  when('This process', ['child_process.spawn', 'child_process.fork'], startsItself),
];

export const python: readonly Api[] = [
  named('python-daemon', 'daemon.DaemonContext', 'daemon.daemon.DaemonContext', 'daemon.runner.DaemonRunner'),
  named('daemonize', 'daemonize.Daemonize'),
  named('daemonocle', 'daemonocle.Daemon'),
  {
    calls: ['os.setsid'],
    beside: ['os.fork('],
    breach: ({ range, args }) => (args.length === 0 ? says('This process', range) : undefined),
  },
];

export const ruby: readonly Api[] = [
  named('Process.daemon', 'Process.daemon'),
  named('Daemons', 'Daemons.run', 'Daemons.run_proc', 'Daemons.daemonize', 'Daemons.call'),
  named('Dante', 'Dante.run', 'Dante.Runner.new'),
];

export const php: readonly Api[] = [
  ...everywhere({
    calls: ['posix_setsid'],
    beside: ['pcntl_fork'],
    breach: ({ range }) => says('This process', range),
  }),
  named('Swoole', 'Swoole.Process.daemon', 'swoole_process.daemon'),
];

export const java: readonly Api[] = [
  named('Akuma', 'com.sun.akuma.Daemon().daemonize', 'com.sun.akuma.Daemon().all'),
  named('Commons Daemon', 'org.apache.commons.daemon.DaemonController().reload'),
];

export const go: readonly Api[] = [
  named('go-daemon', 'github.com/sevlyar/go-daemon.Context().Reborn'),
  named('godaemon', 'github.com/VividCortex/godaemon.MakeDaemon'),
  named('takama/daemon', 'github.com/takama/daemon.New'),
];

export const csharp: readonly Api[] = [
  named('Topshelf', 'Topshelf.HostFactory.Run', 'Topshelf.HostFactory.New'),
];

export const rust: readonly Api[] = [
  named('daemonize', 'daemonize.Daemonize.new'),
  named('fork', 'fork.daemon'),
];
