import type { Exit, ProcessSpec, SoftSignal } from './model';

export type StopSignal = SoftSignal | 'SIGKILL';

/** What a process and all that it started have used since their start, and hold now. */
export interface Usage {
  /** Milliseconds of CPU time of what lives now. */
  readonly cpuMs: number;
  /** Bytes. */
  readonly memory: number;
  readonly processes: number;
}

/**
 * What a child tells the engine, in this order: `spawned` or `failed`, then `output` and `exited`, then `gone`
 * if `exited` said that something is left.
 */
export interface ChildEvents {
  spawned(pid: number): void;
  /** It could not be started; `reason` is a sentence and names no value of the environment. */
  failed(reason: string): void;
  output(stream: 'stdout' | 'stderr', chunk: Uint8Array): void;
  /** The process ended and its output was read. `left`: processes it started still live, and `gone` will follow. */
  exited(exit: Exit, left: boolean): void;
  /** Nothing that it started is left. */
  gone(): void;
}

export interface Child {
  /** Sends the signal to the process and to all that it started. */
  signal(signal: StopSignal): void;
  /** Leaves its output unread, so that it waits once its pipe is full. */
  pause(): void;
  resume(): void;
  /** Types into it, on its terminal or its standard input. */
  write(text: string): void;
  /** Does nothing where it has no terminal. */
  resize(columns: number, rows: number): void;
  /** It runs on a terminal of its own. */
  readonly terminal: boolean;
  /** Undefined where this system does not tell. */
  usage(): Promise<Usage | undefined>;
}

export interface Spawner {
  /** Throws {@link UntrustedWorkspaceError} where nothing may be started. */
  requireTrust(): void;
  /** Throws {@link UntrustedWorkspaceError}; every other failure comes as an event. */
  spawn(spec: ProcessSpec, events: ChildEvents): Child;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs once after `ms` milliseconds unless the function returned is called before. */
  after(ms: number, run: () => void): () => void;
}

/** The TCP ports of this machine. */
export interface Ports {
  /** Whether a program listens on the port; undefined where that cannot be told. */
  listening(port: number): Promise<boolean | undefined>;
  /** Who listens there, `node (pid 123)`; undefined where that is not for us to see. */
  holder(port: number): Promise<string | undefined>;
  /** Whether a request for the path is answered with a status below 400. */
  answers(port: number, path: string): Promise<boolean>;
}

export interface Files {
  /**
   * Tells the path, relative to `folder`, of a file that changed and that a glob matches; changes that come together
   * are told once. Gives the function that ends it.
   */
  watch(folder: string, globs: readonly string[], changed: (path: string) => void): () => void;
}

/** All that the engine asks of the world. */
export interface World {
  readonly spawner: Spawner;
  readonly clock: Clock;
  readonly ports: Ports;
  readonly files: Files;
}

/** Thrown where an app's process would be started in a workspace that is not trusted. */
export class UntrustedWorkspaceError extends Error {
  readonly code = 'untrusted';

  constructor() {
    super('Processes are not started in an untrusted workspace. Trust the workspace, then start again.');
    this.name = 'UntrustedWorkspaceError';
  }
}
