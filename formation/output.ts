import { LineSplitter } from './lines';
import type { Clock } from './world';

export type OutputStream = 'stdout' | 'stderr';

export interface OutputTarget {
  line(stream: OutputStream, text: string, complete: boolean): void;
  /** The lines of this turn are all told. */
  flushed(): void;
}

/** The output of one start of a process: each stream by itself, unfinished lines shown after a quiet time. */
export class Output {
  readonly #clock: Clock;
  readonly #quietMs: number;
  readonly #target: OutputTarget;
  readonly #splitters: Readonly<Record<OutputStream, LineSplitter>>;
  readonly #timers = new Map<OutputStream, () => void>();

  constructor(clock: Clock, quietMs: number, target: OutputTarget) {
    this.#clock = clock;
    this.#quietMs = quietMs;
    this.#target = target;
    const splitter = (stream: OutputStream) =>
      new LineSplitter((text, complete) => target.line(stream, text, complete));
    this.#splitters = { stdout: splitter('stdout'), stderr: splitter('stderr') };
  }

  take(stream: OutputStream, chunk: Uint8Array): void {
    const splitter = this.#splitters[stream];
    splitter.push(chunk);
    this.#target.flushed();
    if (!splitter.waiting || this.#timers.has(stream)) return;
    const cancel = this.#clock.after(this.#quietMs, () => {
      this.#timers.delete(stream);
      splitter.flush();
      this.#target.flushed();
    });
    this.#timers.set(stream, cancel);
  }

  end(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
    this.#splitters.stdout.end();
    this.#splitters.stderr.end();
  }
}
