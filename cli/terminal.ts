import { codeOf } from '../host/read';

/** Where the command line writes to, and the time it tells. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether `out` shows colours. */
  readonly colour: boolean;
  /** Milliseconds from some fixed moment on. */
  now(): number;
}

/** What the user asked for cannot be done; the message says why. */
export class CannotRun extends Error {}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', leave);
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colour: process.stdout.isTTY === true && process.stdout.hasColors(),
    now: () => performance.now(),
  };
}

/** Whoever reads may close the pipe early, as `head` does; a report that cannot be written is none. */
function leave(error: Error): void {
  if (codeOf(error) !== 'EPIPE') process.exit(2);
}
