import { LineSplitter } from './lines';
import type { Clock } from './world';

export type OutputStream = 'stdout' | 'stderr';

export interface OutputTarget {
  line(stream: OutputStream, text: string, complete: boolean): void;
  /** The lines of this turn are all told. */
  flushed(): void;
}

/** The output of one start of a process: each stream by itself. */
export class Output {
  readonly #streams: Readonly<Record<OutputStream, Stream>>;

  /** @param quietMs milliseconds after which an unfinished line is shown */
  constructor(clock: Clock, quietMs: number, target: OutputTarget) {
    const stream = (name: OutputStream) => new Stream(name, clock, quietMs, target);
    this.#streams = { stdout: stream('stdout'), stderr: stream('stderr') };
  }

  take(stream: OutputStream, chunk: Uint8Array): void {
    this.#streams[stream].take(chunk);
  }

  end(): void {
    this.#streams.stdout.end();
    this.#streams.stderr.end();
  }
}

class Stream {
  readonly #clock: Clock;
  readonly #quietMs: number;
  readonly #target: OutputTarget;
  readonly #splitter: LineSplitter;
  /** When what waits began to wait. */
  #since = 0;
  #cancel: (() => void) | undefined;

  constructor(name: OutputStream, clock: Clock, quietMs: number, target: OutputTarget) {
    this.#clock = clock;
    this.#quietMs = quietMs;
    this.#target = target;
    this.#splitter = new LineSplitter((text, complete) => {
      this.#since = 0;
      target.line(name, text, complete);
    });
  }

  take(chunk: Uint8Array): void {
    this.#splitter.push(chunk);
    this.#target.flushed();
    if (!this.#splitter.waiting) return;
    if (this.#since === 0) this.#since = this.#clock.now();
    if (!this.#cancel) this.#lookAfter(this.#quietMs);
  }

  end(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#splitter.end();
  }

  /** Under a flood of output there is always an unfinished line, but each waits for a moment only. */
  #lookAfter(ms: number): void {
    this.#cancel = this.#clock.after(ms, () => {
      this.#cancel = undefined;
      if (!this.#splitter.waiting) return;
      const left = this.#since + this.#quietMs - this.#clock.now();
      // More than the quiet time is left only where the machine's clock was set back.
      if (left > 0 && left <= this.#quietMs) {
        this.#lookAfter(left);
        return;
      }
      this.#splitter.flush();
      this.#target.flushed();
    });
  }
}
