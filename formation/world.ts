import type { Exit, ProcessSpec } from './model';

export type StopSignal = 'SIGTERM' | 'SIGKILL';

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

/** All that the engine asks of the world. */
export interface World {
  readonly spawner: Spawner;
  readonly clock: Clock;
}

/** Thrown where an app's process would be started in a workspace that is not trusted. */
export class UntrustedWorkspaceError extends Error {
  readonly code = 'untrusted';

  constructor() {
    super('Processes are not started in an untrusted workspace. Trust the workspace, then start again.');
    this.name = 'UntrustedWorkspaceError';
  }
}
