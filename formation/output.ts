import { LineSplitter } from './lines';
import type { Mask } from './mask';
import type { Clock } from './world';

export type OutputStream = 'stdout' | 'stderr';

export interface OutputTarget {
  line(stream: OutputStream, text: string, complete: boolean): void;
  /** The lines of this turn are all told. */
  flushed(): void;
}

export interface OutputOptions {
  readonly clock: Clock;
  /** Milliseconds after which an unfinished line is shown. */
  readonly quietMs: number;
  readonly mask: Mask;
}

/** The output of one start of a process: each stream by itself. */
export class Output {
  readonly #streams: Readonly<Record<OutputStream, Stream>>;

  constructor(options: OutputOptions, target: OutputTarget) {
    const stream = (name: OutputStream) => new Stream(name, options, target);
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
  readonly #options: OutputOptions;
  readonly #target: OutputTarget;
  readonly #splitter: LineSplitter;
  /** When what waits began to wait. */
  #since = 0;
  #cancel: (() => void) | undefined;
  /** True while lines may hold a secret. */
  #suspicious = false;
  /** True where the end of what waits was held back once. */
  #heldBack = false;

  constructor(name: OutputStream, options: OutputOptions, target: OutputTarget) {
    this.#options = options;
    this.#target = target;
    const { mask } = options;
    this.#splitter = new LineSplitter((text, complete) => {
      this.#since = 0;
      target.line(name, this.#suspicious ? mask.apply(text) : text, complete);
      // Only the first line began before this chunk.
      this.#suspicious = this.#held;
    });
  }

  /** The chunk that is being split may hold a secret. */
  #held = false;

  take(chunk: Uint8Array): void {
    const { mask, clock, quietMs } = this.#options;
    this.#held = mask.mayHold(chunk);
    this.#suspicious = !mask.isEmpty && (this.#held || this.#splitter.waiting);
    this.#heldBack = false;
    this.#splitter.push(chunk);
    this.#target.flushed();
    if (!this.#splitter.waiting) return;
    if (this.#since === 0) this.#since = clock.now();
    if (!this.#cancel) this.#lookAfter(quietMs);
  }

  end(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#suspicious = !this.#options.mask.isEmpty;
    this.#splitter.end();
  }

  /** Under a flood of output there is always an unfinished line, but each waits for a moment only. */
  #lookAfter(ms: number): void {
    const { clock, quietMs } = this.#options;
    this.#cancel = clock.after(ms, () => {
      this.#cancel = undefined;
      if (!this.#splitter.waiting) return;
      const left = this.#since + quietMs - clock.now();
      // More than the quiet time is left only where the machine's clock was set back.
      if (left > 0 && left <= quietMs) this.#lookAfter(left);
      else this.#flush();
    });
  }

  /** What may be the beginning of a secret is held back for one more quiet time. */
  #flush(): void {
    const { mask, clock, quietMs } = this.#options;
    const keep = this.#heldBack ? 0 : mask.overlap(this.#splitter.tail);
    this.#suspicious = !mask.isEmpty;
    this.#splitter.flush(keep);
    this.#target.flushed();
    if (keep === 0) return;
    this.#heldBack = true;
    this.#since = clock.now();
    this.#lookAfter(quietMs);
  }
}
