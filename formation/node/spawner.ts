import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import type { ProcessSpec } from '../model';
import { type Child, type ChildEvents, type Clock, type Spawner, UntrustedWorkspaceError } from '../world';
import { childEnv } from './child-env';
import { ChildGroup } from './child-group';
import { failureInWords, isError } from './errors';
import type { Guard } from './guard';
import { type Pipe, type PipeMaker, PipePool } from './pipes';
import { type Started, startedOnPipes } from './started';
import { type Survivors, survivorsOf } from './survivors';
import { type TerminalMaker, terminalMaker } from './terminal';

export interface SpawnerOptions {
  readonly trusted: () => boolean;
  /** Unique to this engine; the mark of each of its processes starts with it. */
  readonly run: string;
  readonly guard: Guard;
  /** The path of a directory to be made for a moment, as pipes are made. */
  readonly pipeDirectory: string;
  readonly clock: Clock;
  readonly survivors?: Survivors;
  /** Where the native module may be that makes terminals; the first that loads is taken. */
  readonly ptyModules?: readonly string[] | undefined;
}

/** The one place where processes of the app are started. */
export class NodeSpawner implements Spawner {
  readonly #options: SpawnerOptions;
  readonly #survivors: Survivors;
  readonly #pipes: PipePool;
  #starts = 0;
  /** Looked for when the first process wants a terminal. */
  #terminals: { readonly maker: TerminalMaker | undefined } | undefined;

  constructor(options: SpawnerOptions) {
    this.#options = options;
    this.#pipes = new PipePool(options.pipeDirectory, namedPipes);
    this.#survivors = options.survivors ?? survivorsOf(process.platform);
  }

  /** Does what the first start would wait for. */
  async prepare(): Promise<void> {
    this.#options.guard.ready();
    if (process.platform === 'linux') await this.#pipes.prepare();
  }

  requireTrust(): void {
    if (!this.#options.trusted()) throw new UntrustedWorkspaceError();
  }

  spawn(spec: ProcessSpec, events: ChildEvents): Child {
    this.requireTrust();
    const { run, guard, clock } = this.#options;
    this.#starts += 1;
    const mark = `${run}.${this.#starts}`;
    const fail = (reason: string): Child => {
      queueMicrotask(() => events.failed(reason));
      return noChild;
    };
    const trouble = troubleWithDirectory(spec.cwd);
    if (trouble !== undefined) return fail(trouble);
    try {
      guard.ready();
      const started = this.#start(spec, mark);
      const words = (error: unknown) => failureInWords(error, spec);
      const tools = { survivors: this.#survivors, guard, clock, endTree };
      return new ChildGroup(started, mark, events, tools, words);
    } catch (error) {
      return fail(failureInWords(error, spec));
    }
  }

  #start(spec: ProcessSpec, mark: string): Started {
    if (spec.terminal) {
      this.#terminals ??= { maker: terminalMaker(this.#options.ptyModules ?? []) };
      const { maker } = this.#terminals;
      if (maker) return maker(spec, childEnv(spec.env, mark, true));
    }
    return startShell(spec, childEnv(spec.env, mark), this.#pipes);
  }
}

const nothing = (): void => undefined;

/** Stands for a process that could not be started. */
const noChild: Child = {
  signal: nothing,
  pause: nothing,
  resume: nothing,
  write: nothing,
  resize: nothing,
  terminal: false,
  usage: async () => undefined,
};

/**
 * The command is one argument of the shell and is not touched. Standard input is a pipe that stays open: watchers
 * such as those of esbuild and Tailwind end when it closes.
 */
function startShell(spec: ProcessSpec, env: Record<string, string>, pipes: PipePool): Started {
  const { command, cwd } = spec;
  if (process.platform === 'win32') {
    const args = ['/d', '/s', '/c', `"${command}"`];
    const options = { cwd, env, windowsVerbatimArguments: true, windowsHide: true, stdio: 'pipe' } as const;
    return startedBy(spawn(process.env.ComSpec ?? 'cmd.exe', args, options));
  }
  const pair = process.platform === 'linux' ? pipes.takePair() : undefined;
  const start = (stdio: StdioOptions) =>
    spawn('/bin/sh', ['-c', command], { cwd, env, detached: true, stdio });
  return pair ? startWithPipes(pair, start) : startedBy(start('pipe'));
}

function startedBy(child: ChildProcess): Started {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('no output');
  return startedOnPipes(child, { stdout, stderr });
}

function startWithPipes([out, err]: [Pipe, Pipe], start: (stdio: StdioOptions) => ChildProcess): Started {
  const read = ({ reader }: Pipe) => new Socket({ fd: reader, readable: true, writable: false });
  const outputs = { stdout: read(out), stderr: read(err) };
  try {
    return startedOnPipes(start(['pipe', out.writer, err.writer]), outputs);
  } catch (error) {
    outputs.stdout.destroy();
    outputs.stderr.destroy();
    throw error;
  } finally {
    closeSync(out.writer);
    closeSync(err.writer);
  }
}

/** Linux: Node cannot make a pipe by itself. */
const namedPipes: PipeMaker = {
  now: (paths) => void execFileSync('mkfifo', ['-m', '600', ...paths], { stdio: 'ignore' }),
  soon: async (paths) => {
    const maker = spawn('mkfifo', ['-m', '600', ...paths], { stdio: 'ignore' });
    const [code] = await once(maker, 'exit');
    if (code !== 0) throw new Error('mkfifo failed');
  },
};

/** Windows: there are no groups and no signals, so the tree is ended at once. */
function endTree(pid: number): void {
  const args = ['/PID', String(pid), '/T', '/F'];
  const killer = spawn('taskkill', args, { stdio: 'ignore', windowsHide: true });
  killer.on('error', () => process.kill(pid));
}

/** Node would blame the command for a directory that is missing. */
function troubleWithDirectory(cwd: string): string | undefined {
  try {
    return statSync(cwd).isDirectory() ? undefined : `${cwd} is not a directory.`;
  } catch (error) {
    const missing = isError(error, 'ENOENT', 'ENOTDIR');
    return missing ? `The directory ${cwd} does not exist.` : `The directory ${cwd} cannot be opened.`;
  }
}
