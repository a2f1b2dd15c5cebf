import type { LogLine } from './model';
import { colourOf, type OpenLine, timeOf } from './prefix';
import { shownText } from './shown-text';

const reset = '\u001b[0m';

export interface PainterLook {
  /** The process types in the order of the Procfile. */
  readonly types: readonly string[];
  /** The ids of all processes, for the width of the name column. */
  readonly ids: readonly string[];
  readonly colour: boolean;
  readonly timestamps: boolean;
}

/** The merged output of a formation as text, for lines that come in great numbers. */
export class Painter {
  readonly #look: PainterLook;
  #width: number;
  #open: OpenLine;
  /** The second that `#prefixes` are of. */
  #second = -1;
  #prefixes = new Map<string, string>();

  constructor(look: PainterLook) {
    this.#look = look;
    this.#width = look.ids.reduce((most, id) => Math.max(most, id.length), 0);
  }

  paint(lines: readonly LogLine[]): string {
    let text = '';
    for (const line of lines) text += this.#paint(line);
    return text;
  }

  /** What ends a line that is left open. */
  end(): string {
    const text = this.#open ? '\n' : '';
    this.#open = undefined;
    return text;
  }

  #paint(line: LogLine): string {
    const open = this.#open;
    const continues = open !== undefined && open.id === line.id && open.stream === line.stream;
    const before = continues ? '' : (open ? '\n' : '') + this.#prefixOf(line);
    this.#open = line.complete ? undefined : line;
    return before + this.#shown(line.text) + (line.complete ? '\n' : '');
  }

  #shown(text: string): string {
    const { colour } = this.#look;
    return text.includes('\u001b') ? shownText(text, colour) + (colour ? reset : '') : text;
  }

  #prefixOf({ id, at }: LogLine): string {
    const second = Math.floor(at / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#prefixes.clear();
    }
    const known = this.#prefixes.get(id);
    if (known !== undefined) return known;
    const { colour, timestamps, types } = this.#look;
    this.#width = Math.max(this.#width, id.length);
    const plain = `${timestamps ? `${timeOf(at)} ` : ''}${id.padEnd(this.#width)} | `;
    const prefix = colour ? `\u001b[${colourOf(id, types)}m${plain}${reset}` : plain;
    this.#prefixes.set(id, prefix);
    return prefix;
  }
}
