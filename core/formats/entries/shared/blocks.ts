import type { Range } from '../../../text';
import type { ConfigEntry } from '../../entry';
import { withoutQuotes } from './lines';

type Draft = { -readonly [Key in keyof ConfigEntry]: ConfigEntry[Key] };

const DEEPEST = 64;

/** Collects directives and the blocks they stand in. */
export class Blocks {
  readonly entries: Draft[] = [];
  readonly #text: string;
  readonly #open: { readonly draft: Draft; readonly name: string }[] = [];
  /** Blocks that are nested too deeply to be kept. */
  #deeper = 0;
  /** Where what was read last ends. */
  #last = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The name of the innermost block. */
  get innermost(): string | undefined {
    return this.#open.at(-1)?.name;
  }

  /** Opens a block that starts at its name, or at the sign before it. */
  open(name: Range, start: number = name.start): void {
    if (this.#open.length >= DEEPEST) {
      this.#deeper++;
      return;
    }
    const draft = this.#add(name, undefined, 'map', { start, end: name.end });
    this.#open.push({ draft, name: draft.keys.at(-1) ?? '' });
  }

  /** Closes the innermost block, which ends at `end`. */
  close(end: number): void {
    if (this.#deeper > 0) {
      this.#deeper--;
      return;
    }
    const draft = this.#open.pop()?.draft;
    if (!draft) return;
    if (draft.range !== draft.keyRange) draft.range = { start: draft.range.start, end: this.#last };
    draft.whole = { start: draft.whole.start, end: Math.max(end, draft.keyRange.end) };
    this.#last = Math.max(this.#last, draft.whole.end);
  }

  /** Closes the innermost block of this name and those in it, if there is one. */
  closeNamed(name: string, end: number): void {
    this.#deeper = 0;
    if (!this.#open.some((block) => block.name === name)) return;
    while (this.innermost !== name) this.close(this.#last);
    this.close(end);
  }

  /** Closes all blocks where what was read last ends. */
  closeAll(): void {
    this.#deeper = 0;
    while (this.#open.length > 0) this.close(this.#last);
  }

  /** A directive up to `end`: its last word, or the sign after it. */
  directive(name: Range, args: Range | undefined, end: number): void {
    if (this.#deeper === 0) this.#add(name, args, 'value', { start: name.start, end });
  }

  #add(keyRange: Range, args: Range | undefined, kind: 'value' | 'map', whole: Range): Draft {
    const above = this.#open.at(-1)?.draft;
    if (above && above.range === above.keyRange) above.range = { start: whole.start, end: whole.end };
    const range = args ? withoutQuotes(this.#text, args) : keyRange;
    const value = args ? this.#text.slice(range.start, range.end) : '';
    const keys = [...(above?.keys ?? []), this.#text.slice(keyRange.start, keyRange.end)];
    const draft = { keys, keyRange, value, range, whole, kind };
    this.entries.push(draft);
    this.#last = whole.end;
    return draft;
  }
}
