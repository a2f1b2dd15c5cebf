import { Listeners } from './listeners';
import { Log, type LogLimits } from './log';
import type { LogLine } from './model';
import type { Clock } from './world';

/** The lines of a formation in one sequence, told to its listeners in batches. */
export class Journal {
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #listeners = new Listeners<readonly LogLine[]>();
  #fresh: LogLine[] = [];

  constructor(limits: LogLimits, clock: Clock) {
    this.#log = new Log(limits);
    this.#clock = clock;
  }

  get lastSequence(): number {
    return this.#log.lastSequence;
  }

  append(id: string, stream: LogLine['stream'], text: string, complete: boolean): void {
    this.#fresh.push(this.#log.append(id, stream, text, complete, this.#clock.now()));
  }

  /** Tells what was appended since the last time. */
  publish(): void {
    if (this.#fresh.length === 0) return;
    const lines = this.#fresh;
    this.#fresh = [];
    this.#listeners.tell(lines);
  }

  after(sequence: number, characters?: number): readonly LogLine[] {
    return this.#log.after(sequence, characters);
  }

  listen(listener: (lines: readonly LogLine[]) => void): () => void {
    return this.#listeners.add(listener);
  }

  forgetListeners(): void {
    this.#listeners.clear();
  }
}
