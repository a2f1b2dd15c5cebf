import type { LogLine } from './model';

export interface LogLimits {
  readonly lines: number;
  /** UTF-16 code units of text over all lines held. */
  readonly characters: number;
}

/** The newest lines of a formation, bounded in number and in size. Sequences have no gaps, so a line is found by its own. */
export class Log {
  readonly #limits: LogLimits;
  readonly #slots: (LogLine | undefined)[] = [];
  #first = 1;
  #last = 0;
  #characters = 0;

  constructor(limits: LogLimits) {
    this.#limits = limits;
  }

  get lastSequence(): number {
    return this.#last;
  }

  append(id: string, stream: LogLine['stream'], text: string, complete: boolean, at: number): LogLine {
    this.#last += 1;
    const line: LogLine = { sequence: this.#last, id, at, stream, text, complete };
    const { lines, characters } = this.#limits;
    if (this.#last - this.#first >= lines) this.#dropFirst();
    this.#slots[this.#last % lines] = line;
    this.#characters += text.length;
    while (this.#characters > characters && this.#first < this.#last) this.#dropFirst();
    return line;
  }

  /** The lines after `sequence` that are still held, oldest first; at most as many as have `characters` of text, but one. */
  after(sequence: number, characters = Number.POSITIVE_INFINITY): LogLine[] {
    const found: LogLine[] = [];
    let size = 0;
    for (let next = Math.max(sequence + 1, this.#first); next <= this.#last; next++) {
      const line = this.#slots[next % this.#limits.lines];
      if (!line) continue;
      size += line.text.length;
      if (size > characters && found.length > 0) break;
      found.push(line);
    }
    return found;
  }

  #dropFirst(): void {
    const slot = this.#first % this.#limits.lines;
    this.#characters -= this.#slots[slot]?.text.length ?? 0;
    this.#slots[slot] = undefined;
    this.#first += 1;
  }
}
