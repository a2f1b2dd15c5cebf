import type { LogLine } from '../../formation/model';
import { type OpenLine, type PainterOptions, paint } from '../../formation/prefix';

/** Which lines are shown, and how. */
export interface Shown {
  /** The process whose output is shown alone and without prefixes; undefined for the merged output. */
  readonly id?: string | undefined;
  /** Of the merged output, whether a process is shown. */
  readonly includes?: ((id: string) => boolean) | undefined;
  readonly timestamps?: boolean | undefined;
}

/** Turns lines into terminal text, each line once and in order, however the held and the live ones overlap. */
export class LogText {
  readonly #shown: Shown;
  #open: OpenLine;
  #last: number;

  /** Lines up to `after` are left out. */
  constructor(shown: Shown = {}, after = 0) {
    this.#shown = shown;
    this.#last = after;
  }

  /** The sequence of the last line that was taken. */
  get last(): number {
    return this.#last;
  }

  write(lines: readonly LogLine[], names: Pick<PainterOptions, 'types' | 'ids'>): string {
    const { id, includes = () => true } = this.#shown;
    let text = '';
    for (const line of lines) {
      if (line.sequence <= this.#last) continue;
      this.#last = line.sequence;
      if (id === undefined ? !includes(line.id) : line.id !== id) continue;
      text += id === undefined ? this.#merged(line, names) : this.#alone(line);
    }
    return text;
  }

  #merged(line: LogLine, names: Pick<PainterOptions, 'types' | 'ids'>): string {
    const { timestamps = true } = this.#shown;
    const [text, open] = paint(this.#open, line, { ...names, colour: true, timestamps, eol: '\r\n' });
    this.#open = open;
    return text;
  }

  #alone(line: LogLine): string {
    const continues = this.#open?.stream === line.stream;
    const text = line.stream === 'system' ? `\u001b[2m${line.text}\u001b[0m` : line.text;
    const before = this.#open && !continues ? '\r\n' : '';
    this.#open = line.complete ? undefined : line;
    return `${before}${text}${line.complete ? '\r\n' : ''}`;
  }
}
