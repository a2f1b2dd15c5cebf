import type { TokenizerCallbacks } from 'htmlparser2';
import type { Range } from '../../../text';
import type { ConfigEntry } from '../../entry';
import { trimmed } from './lines';

type Draft = { -readonly [Key in keyof ConfigEntry]: ConfigEntry[Key] };

interface Element {
  /** Undefined for an element that is nested too deeply to be kept. */
  readonly draft: Draft | undefined;
  readonly name: string;
  readonly keys: readonly string[];
  /** Where its start tag ends. */
  inner: number;
  readonly texts: Range[];
  hasElements: boolean;
}

const DEEPEST = 64;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const nothing = (): void => undefined;

/** Collects the entries of an XML text from its tokens. */
export class XmlEntries implements TokenizerCallbacks {
  readonly entries: Draft[] = [];
  readonly oncomment = nothing;
  readonly ondeclaration = nothing;
  readonly onprocessinginstruction = nothing;
  readonly onattribentity = nothing;
  readonly ontextentity = nothing;
  readonly #text: string;
  readonly #open: Element[] = [];
  /** How many elements of a name are open, so that an end tag without a start is known at once. */
  readonly #names = new Map<string, number>();
  #attribute: Range | undefined;
  #value: Range | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  onopentagname(start: number, end: number): void {
    const above = this.#open.at(-1);
    if (above) above.hasElements = true;
    const name = this.#text.slice(start, end);
    const keys =
      above && above.keys.length >= DEEPEST ? above.keys : [...(above?.keys ?? []), localName(name)];
    const range = { start, end };
    const isKept = keys !== above?.keys;
    const draft: Draft | undefined = isKept
      ? { keys, keyRange: range, value: '', range, whole: { start: start - 1, end }, kind: 'value' }
      : undefined;
    if (draft) this.entries.push(draft);
    this.#open.push({ draft, name, keys, inner: end, texts: [], hasElements: false });
    this.#names.set(name, (this.#names.get(name) ?? 0) + 1);
  }

  onattribname(start: number, end: number): void {
    this.#attribute = { start, end };
    this.#value = undefined;
  }

  onattribdata(start: number, end: number): void {
    this.#value = { start: this.#value?.start ?? start, end };
  }

  onattribend(_quote: unknown, end: number): void {
    const element = this.#open.at(-1);
    const keyRange = this.#attribute;
    if (!element?.draft || !keyRange) return;
    const name = this.#text.slice(keyRange.start, keyRange.end);
    if (/^xmlns(?::|$)/.test(name)) return;
    const range = this.#value ?? keyRange;
    const value = this.#value ? decoded(this.#text.slice(range.start, range.end)) : '';
    const whole = { start: keyRange.start, end: Math.max(keyRange.end, range.end, end) };
    const keys = [...element.keys, `@${localName(name)}`];
    this.entries.push({ keys, keyRange, value, range, whole, kind: 'value' });
  }

  onopentagend(end: number): void {
    const element = this.#open.at(-1);
    if (element) element.inner = end + 1;
  }

  onselfclosingtag(end: number): void {
    this.#close(end + 1, end + 1);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#text.slice(start, end);
    if (!this.#names.get(name)) return;
    const close = this.#text.indexOf('>', end);
    while (this.#open.at(-1)?.name !== name) this.#close(start - 2, start - 2);
    this.#close(start - 2, close < 0 ? this.#text.length : close + 1);
  }

  ontext(start: number, end: number): void {
    // The tokenizer takes a tag that ends with the text, after its `/`, for text from nowhere.
    if (start >= 0) this.#open.at(-1)?.texts.push({ start, end });
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.#open.at(-1)?.texts.push({ start, end: end - endOffset });
  }

  onend(): void {
    while (this.#open.length > 0) this.#close(this.#text.length, this.#text.length);
  }

  /** `inner` is where the end tag starts, `end` where it ends. */
  #close(inner: number, end: number): void {
    const element = this.#open.pop();
    if (!element) return;
    this.#names.set(element.name, (this.#names.get(element.name) ?? 1) - 1);
    const { draft, hasElements, texts } = element;
    if (!draft) return;
    draft.whole = { start: draft.whole.start, end };
    if (hasElements) {
      draft.kind = 'map';
      draft.range = { start: Math.min(element.inner, inner), end: inner };
      return;
    }
    const written = texts.map((range) => trimmed(this.#text, range)).filter(({ start, end }) => start < end);
    const [first, last] = [written.at(0), written.at(-1)];
    if (!first || !last) return;
    draft.range = { start: first.start, end: last.end };
    draft.value = decoded(texts.map(({ start, end }) => this.#text.slice(start, end)).join('')).trim();
  }
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,4}));/gi, (all, hex, decimal, name: string) => {
    if (name) return ENTITIES[name] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
