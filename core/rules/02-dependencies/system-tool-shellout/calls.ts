import type { App } from '../../../app';
import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, property } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api, Breach, FileView } from '../../../rule';
import { started, toolIn } from './started';

/** Functions that take a command, or a program, as an argument. */
function starts(calls: readonly string[], index = 0, keyword?: string): Api {
  return {
    calls,
    callers: true,
    breach: (call, file, app) => {
      const first = argumentAt(call.args, index, keyword);
      if (first?.kind === 'reference') return handedOn(call, file, app);
      const args: Value | undefined = argumentAt(call.args, index + 1);
      return started(call, toolIn(first, args ?? listOf(call, index)), file, app);
    },
  };
}

/** A function of the file that starts what it is given: the first of its calls that gives it a tool, with the others. */
function handedOn({ callers = [] }: CallFact, file: FileView, app: App): Breach | undefined {
  const breaches = callers.flatMap((caller) => {
    const given = caller.args.map(({ value }) => toolIn(value, listOf(caller, 0)));
    return (
      started(
        caller,
        given.find((tool) => tool !== undefined),
        file,
        app,
      ) ?? []
    );
  });
  const [first, ...others] = breaches;
  return (
    first && {
      ...first,
      related: others.map(({ range }) => ({ path: file.path, range, message: 'Here too' })),
    }
  );
}

/** Arguments that follow one another: `execvp("sh", "-c", "…")`. */
function listOf({ args }: CallFact, index: number): Value {
  const items = args
    .filter(({ name }) => name === undefined)
    .slice(index)
    .map(({ value }) => value);
  return { kind: 'array', items, range: { start: 0, end: 0 } };
}

/** As {@link starts}, for functions that take the words one by one: `exec.Command("git", "clone")`. */
function startsWords(calls: readonly string[], index = 0): Api {
  return {
    calls,
    callers: true,
    breach: (call, file, app) => {
      const list = listOf(call, index);
      const first = argumentAt(call.args, index);
      if (first?.kind === 'reference') return handedOn(call, file, app);
      return started(call, toolIn(first, first?.kind === 'array' ? first : list), file, app);
    },
  };
}

/** `const run = promisify(exec)`: the calls of what it gives. */
function promisified(name: string): Api {
  return {
    calls: [name],
    callers: true,
    breach: (call, file, app) => {
      const [given] = call.args;
      const starts =
        given?.value.kind === 'reference' && /^child_process\.exec(?:File)?$/.test(given.value.name);
      return starts ? handedOn(call, file, app) : undefined;
    },
  };
}

const everywhere = (api: Api): Api => ({ ...api, global: true });
const under = (base: string, names: string): string[] => names.split(' ').map((name) => `${base}.${name}`);

const javascript: readonly Api[] = [
  starts(under('child_process', 'exec execSync execFile execFileSync spawn spawnSync')),
  starts([
    'execa',
    'execa.execa',
    'execa.execaSync',
    'execa.execaCommand',
    'execa.execaCommandSync',
    'execa.command',
    'execa.commandSync',
  ]),
  starts([
    'cross-spawn',
    'cross-spawn.spawn',
    'cross-spawn.sync',
    'shelljs.exec',
    'node-cmd.run',
    'node-cmd.runSync',
    'tinyexec.x',
    'tinyexec.exec',
    'teen_process.exec',
  ]),
  promisified('util.promisify'),
  everywhere(starts(['Deno.Command', 'Bun.spawn', 'Bun.spawnSync'])),
];

const python: readonly Api[] = [
  starts(
    ['os.system', 'os.popen', ...under('subprocess', 'run call check_call check_output Popen')],
    0,
    'args',
  ),
  starts(under('subprocess', 'getoutput getstatusoutput'), 0, 'cmd'),
  startsWords(under('os', 'execl execle execlp execlpe execv execve execvp execvpe')),
  startsWords(under('os', 'spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe'), 1),
  startsWords(['asyncio.create_subprocess_exec']),
  starts([
    'asyncio.create_subprocess_shell',
    'pexpect.spawn',
    'pexpect.run',
    'invoke.run',
    'commands.getoutput',
    'commands.getstatusoutput',
  ]),
];

const ruby: readonly Api[] = [
  everywhere(
    startsWords([
      'system',
      'exec',
      'spawn',
      'Kernel.system',
      'Kernel.exec',
      'Kernel.spawn',
      'Process.spawn',
      'IO.popen',
      'PTY.spawn',
    ]),
  ),
  everywhere(startsWords(under('Open3', 'capture2 capture2e capture3 popen2 popen2e popen3 pipeline'))),
  everywhere(
    starts([
      'Terrapin.CommandLine.new',
      'Cocaine.CommandLine.new',
      'POSIX.Spawn.spawn',
      'POSIX.Spawn.Child.new',
      'TTY.Command.new().run',
    ]),
  ),
];

const php: readonly Api[] = [
  everywhere(starts(['exec', 'shell_exec', 'system', 'passthru', 'popen', 'proc_open', 'pcntl_exec'])),
  starts(['Symfony.Component.Process.Process', 'Symfony.Component.Process.Process.fromShellCommandline']),
  starts(under('Illuminate.Support.Facades.Process', 'run start')),
];

const java: readonly Api[] = [
  everywhere(
    startsWords([
      'Runtime.getRuntime().exec',
      'java.lang.Runtime.getRuntime().exec',
      'ProcessBuilder',
      'java.lang.ProcessBuilder',
    ]),
  ),
  starts(['org.apache.commons.exec.CommandLine', 'org.apache.commons.exec.CommandLine.parse']),
  startsWords(['org.zeroturnaround.exec.ProcessExecutor']),
];

const go: readonly Api[] = [startsWords(['os/exec.Command']), startsWords(['os/exec.CommandContext'], 1)];

const csharp: readonly Api[] = [
  everywhere(
    starts([
      'Process.Start',
      'System.Diagnostics.Process.Start',
      'ProcessStartInfo',
      'System.Diagnostics.ProcessStartInfo',
    ]),
  ),
  starts([
    'CliWrap.Cli.Wrap',
    'SimpleExec.Command.Run',
    'SimpleExec.Command.RunAsync',
    'SimpleExec.Command.ReadAsync',
  ]),
  {
    calls: ['ProcessStartInfo', 'System.Diagnostics.ProcessStartInfo'],
    global: true,
    breach: (call, file, app) => {
      const object = call.args.find(({ value }) => value.kind === 'object')?.value;
      return started(call, toolIn(property(object, 'FileName')), file, app);
    },
  },
];

const rust: readonly Api[] = [
  starts([
    'std.process.Command.new',
    'tokio.process.Command.new',
    'async_process.Command.new',
    'async_std.process.Command.new',
  ]),
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
