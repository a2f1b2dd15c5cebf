import { codeOf } from '../formation/node/errors';

const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type EndSignal = (typeof endSignals)[number];

/** Where the command line writes to, and the time it tells. */
export interface Terminal {
  /** Gives a promise where the reader is behind, which settles once it is not. */
  out(text: string): Promise<void> | undefined;
  err(text: string): void;
  /** What is typed or piped in, without showing it; undefined where nothing is. */
  ask(prompt: string): Promise<string | undefined>;
  /** Tells of each signal that asks for an end, until the function given back is called; it then ends nothing. */
  onSignal(listener: (signal: EndSignal) => void): () => void;
  /** Whether `out` shows colours. */
  readonly colour: boolean;
  /** How many characters a line of `out` has; undefined where it goes to no terminal. */
  readonly width?: number | undefined;
  /** Milliseconds from some fixed moment on. */
  now(): number;
}

/** What the user asked for cannot be done; the message says why. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', leave);
  return {
    out: (text) =>
      process.stdout.write(text)
        ? undefined
        : new Promise((resolve) => process.stdout.once('drain', resolve)),
    err: (text) => void process.stderr.write(text),
    ask: async (prompt) => (await import('./ask')).ask(prompt),
    colour: process.stdout.isTTY === true && process.stdout.hasColors(),
    width: process.stdout.isTTY === true ? process.stdout.columns : undefined,
    now: () => performance.now(),
    onSignal: (listener) => {
      const tell = (signal: NodeJS.Signals): void => {
        for (const known of endSignals) if (known === signal) listener(known);
      };
      for (const signal of endSignals) process.on(signal, tell);
      return () => {
        for (const signal of endSignals) process.off(signal, tell);
      };
    },
  };
}

/** Whoever reads may close the pipe early, as `head` does; a report that cannot be written is none. */
function leave(error: Error): void {
  if (codeOf(error) !== 'EPIPE') process.exit(2);
}
