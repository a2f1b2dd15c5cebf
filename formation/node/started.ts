import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Exit } from '../model';

export interface StartedEvents {
  spawned(): void;
  failed(error: unknown): void;
  output(stream: 'stdout' | 'stderr', chunk: Uint8Array): void;
  /** Its own process has ended; others may hold its output. */
  exited(exit: Exit): void;
}

/** A child that was just started, on pipes or on a terminal of its own. */
export interface Started {
  /** Undefined where it could not be started, which `failed` will tell. */
  readonly pid: number | undefined;
  readonly terminal: boolean;
  /** Settles when all output was read. */
  readonly closed: Promise<unknown>;
  listen(events: StartedEvents): void;
  write(text: string): void;
  resize(columns: number, rows: number): void;
  pause(): void;
  resume(): void;
  /** Lets go of its pipes. */
  destroy(): void;
}

export interface Outputs {
  readonly stdout: Readable;
  readonly stderr: Readable;
}

export function startedOnPipes(process: ChildProcess, outputs: Outputs): Started {
  const streams = [process.stdin, outputs.stdout, outputs.stderr];
  return {
    pid: process.pid,
    terminal: false,
    closed: Promise.all([isClosed(outputs.stdout), isClosed(outputs.stderr)]),
    listen(events) {
      // A process that has closed its input, or has ended, is no fault of ours.
      for (const stream of streams) stream?.on('error', () => undefined);
      outputs.stdout.on('data', (chunk: Uint8Array) => events.output('stdout', chunk));
      outputs.stderr.on('data', (chunk: Uint8Array) => events.output('stderr', chunk));
      process.on('error', (error) => {
        if (process.pid === undefined) events.failed(error);
      });
      if (process.pid === undefined) return;
      process.once('spawn', () => events.spawned());
      process.once('exit', (code, signal) => {
        events.exited({ code: code ?? undefined, signal: signal ?? undefined });
      });
    },
    write: (text) => void process.stdin?.write(text),
    resize: () => undefined,
    pause: () => {
      for (const output of Object.values(outputs)) output.pause();
    },
    resume: () => {
      for (const output of Object.values(outputs)) output.resume();
    },
    destroy: () => {
      for (const stream of streams) stream?.destroy();
    },
  };
}

function isClosed(stream: Readable): Promise<void> {
  return new Promise((resolve) => stream.once('close', () => resolve()));
}
