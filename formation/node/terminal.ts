import { createRequire } from 'node:module';
import type { ProcessSpec } from '../model';
import type { Started } from './started';

/** What is used of `node-pty`, the native module that makes terminals. */
interface Pty {
  readonly pid: number;
  onData(listener: (data: unknown) => void): unknown;
  onExit(listener: (exit: { exitCode: number; signal?: number }) => void): unknown;
  write(text: string): void;
  resize(columns: number, rows: number): void;
  pause(): void;
  resume(): void;
}

interface PtyModule {
  spawn(program: string, words: readonly string[], options: object): Pty;
}

/** Makes terminals; undefined where this system has none to give. */
export type TerminalMaker = (spec: ProcessSpec, env: Record<string, string>) => Started;

const size = { cols: 120, rows: 30 };

/**
 * The last output of a process that ends at once would be lost, so that a shell outlives it for a moment. It passes
 * over the signals that end it, which reach the process all the same.
 */
const lingering = `trap : HUP INT QUIT TERM USR1 USR2; /bin/sh -c "$1"; code=$?; sleep 0.1; exit $code`;

/** The signals that a shell tells of by an exit code above 128. */
const signals: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  6: 'SIGABRT',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  15: 'SIGTERM',
};

/** Takes the first of the modules that can be loaded. */
export function terminalMaker(modules: readonly string[]): TerminalMaker | undefined {
  if (process.platform === 'win32' || !fits()) return undefined;
  for (const path of modules) {
    const pty = loaded(path);
    if (pty) return (spec, env) => start(pty, spec, env);
  }
  return undefined;
}

/** On Linux it is built for glibc, and would end the whole program with another library. */
function fits(): boolean {
  if (process.platform !== 'linux') return true;
  const report: { header?: { glibcVersionRuntime?: unknown } } = Object(process.report?.getReport());
  return typeof report.header?.glibcVersionRuntime === 'string';
}

function loaded(path: string): PtyModule | undefined {
  try {
    const module: unknown = createRequire(import.meta.url)(path);
    return isPtyModule(module) ? module : undefined;
  } catch {
    // It is optional: without it processes run on pipes.
    return undefined;
  }
}

function isPtyModule(module: unknown): module is PtyModule {
  return typeof module === 'object' && module !== null && 'spawn' in module;
}

function start(module: PtyModule, spec: ProcessSpec, env: Record<string, string>): Started {
  const words = ['-c', lingering, 'sh', spec.command];
  const options = { name: 'xterm-256color', ...size, cwd: spec.cwd, env, encoding: null };
  const pty = module.spawn('/bin/sh', words, options);
  let close: () => void = () => undefined;
  return {
    pid: pty.pid,
    terminal: true,
    closed: new Promise<void>((resolve) => {
      close = resolve;
    }),
    listen(events) {
      pty.onData((data) => events.output('stdout', bytesOf(data)));
      pty.onExit(({ exitCode, signal }) => {
        close();
        const name = signals[signal || exitCode - 128];
        events.exited({ code: name === undefined ? exitCode : undefined, signal: name });
      });
      queueMicrotask(() => events.spawned());
    },
    write: (text) => attempt(() => pty.write(text)),
    resize: (columns, rows) => attempt(() => pty.resize(Math.max(1, columns), Math.max(1, rows))),
    pause: () => pty.pause(),
    resume: () => pty.resume(),
    destroy: () => undefined,
  };
}

function bytesOf(data: unknown): Uint8Array {
  return data instanceof Uint8Array ? data : new TextEncoder().encode(String(data));
}

/** Its process may have ended meanwhile. */
function attempt(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}
