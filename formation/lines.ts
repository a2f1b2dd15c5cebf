import { StringDecoder } from 'node:string_decoder';

/** The longest piece of a line, in UTF-16 code units; a longer line comes in several pieces. */
export const longestPiece = 64 * 1024;

/** Takes a piece of a line. `complete` is false where the line goes on in the next piece. */
export type TakePiece = (text: string, complete: boolean) => void;

/** What was seen before the next character: nothing to remember, a `\r` after text, or a `\r` on an empty line. */
type Return = 'none' | 'after-text' | 'on-empty';

/**
 * Turns the chunks of one stream into whole lines. Lines end at `\n`, `\r\n` or a lone `\r`, and characters split
 * over chunks are joined. A lone `\r` ends a line only where there is something on it, so that a
 * progress bar gives one line per state and no empty ones.
 */
export class LineSplitter {
  readonly #decoder = new StringDecoder('utf8');
  readonly #take: TakePiece;
  /** The text of the current line that was not handed out yet. */
  #tail = '';
  /** True when a first part of the current line was handed out. */
  #open = false;
  #return: Return = 'none';

  constructor(take: TakePiece) {
    this.#take = take;
  }

  /** True when the current line has text that was not handed out. */
  get waiting(): boolean {
    return this.#tail !== '';
  }

  push(chunk: Uint8Array): void {
    this.#split(this.#decoder.write(chunk as Buffer));
  }

  /** The text of the current line that was not handed out. */
  get tail(): string {
    return this.#tail;
  }

  /** Hands out what there is of the current line, but for its last `keep` characters. */
  flush(keep = 0): void {
    const text = this.#tail.slice(0, this.#tail.length - keep);
    if (text === '') return;
    this.#tail = this.#tail.slice(text.length);
    this.#open = true;
    this.#take(text, false);
  }

  /** The stream has ended: the last line is handed out, with or without its line break. */
  end(): void {
    this.#split(this.#decoder.end());
    if (this.#tail !== '' || this.#open) this.#finish('');
    this.#return = 'none';
  }

  #split(text: string): void {
    const rest =
      this.#return === 'none' && !text.includes('\r') ? this.#splitPlain(text) : this.#splitMixed(text);
    if (rest === '') return;
    this.#tail += rest;
    if (this.#tail.length >= longestPiece) this.#tail = this.#cut(this.#tail);
  }

  #splitPlain(text: string): string {
    let start = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
      this.#finish(text.slice(start, at));
      start = at + 1;
    }
    return text.slice(start);
  }

  #splitMixed(text: string): string {
    let start = 0;
    for (const found of text.matchAll(/[\r\n]/g)) {
      const segment = text.slice(start, found.index);
      if (segment !== '') this.#return = 'none';
      if (found[0] === '\n') this.#lineFeed(segment);
      else this.#carriageReturn(segment);
      start = found.index + 1;
    }
    const rest = text.slice(start);
    if (rest !== '') this.#return = 'none';
    return rest;
  }

  #lineFeed(segment: string): void {
    if (this.#return !== 'after-text') this.#finish(segment);
    this.#return = 'none';
  }

  #carriageReturn(segment: string): void {
    if (this.#return !== 'none') return;
    if (segment === '' && this.#tail === '' && !this.#open) {
      this.#return = 'on-empty';
      return;
    }
    this.#finish(segment);
    this.#return = 'after-text';
  }

  #finish(segment: string): void {
    const line = this.#tail === '' ? segment : this.#tail + segment;
    const last = line.length > longestPiece ? this.#cut(line) : line;
    this.#tail = '';
    this.#open = false;
    this.#take(last, true);
  }

  /** Hands out full pieces of `text` and gives what remains; no piece ends within a surrogate pair. */
  #cut(text: string): string {
    let rest = text;
    while (rest.length > longestPiece) {
      const code = rest.charCodeAt(longestPiece - 1);
      const length = code >= 0xd800 && code < 0xdc00 ? longestPiece - 1 : longestPiece;
      this.#take(rest.slice(0, length), false);
      this.#open = true;
      rest = rest.slice(length);
    }
    return rest;
  }
}
