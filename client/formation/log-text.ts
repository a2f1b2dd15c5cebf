import type { LogLine } from '../../formation/model';
import { type OpenLine, type PainterOptions, paint } from '../../formation/prefix';

/**
 * Turns lines into terminal text, each line once and in order, however the held and the live ones overlap.
 * Made for the merged output; with an `id`, for the output of that process alone and without prefixes.
 */
export class LogText {
  readonly #id: string | undefined;
  #open: OpenLine;
  #last = 0;

  constructor(id?: string) {
    this.#id = id;
  }

  write(lines: readonly LogLine[], names: Pick<PainterOptions, 'types' | 'ids'>): string {
    let text = '';
    for (const line of lines) {
      if (line.sequence <= this.#last) continue;
      this.#last = line.sequence;
      if (this.#id !== undefined && line.id !== this.#id) continue;
      text += this.#paint(line, names);
    }
    return text;
  }

  #paint(line: LogLine, names: Pick<PainterOptions, 'types' | 'ids'>): string {
    if (this.#id === undefined) {
      const [text, open] = paint(this.#open, line, { ...names, colour: true, eol: '\r\n' });
      this.#open = open;
      return text;
    }
    const continues = this.#open?.stream === line.stream;
    const text = line.stream === 'system' ? `\u001b[2m${line.text}\u001b[0m` : line.text;
    const before = this.#open && !continues ? '\r\n' : '';
    this.#open = line.complete ? undefined : line;
    return `${before}${text}${line.complete ? '\r\n' : ''}`;
  }
}
