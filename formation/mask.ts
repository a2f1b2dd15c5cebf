import { maskedPartsOf } from './secrets';

const mark = '•••';

/** The longest start of a part by which it is looked for. */
const longestWindow = 12;

/** An end of a text as short as this is no sign of a secret to come. */
const shortestOverlap = 3;

/**
 * Masks secret values in the output of processes: as they are, as JSON and URLs write them, and in base64. Most output
 * has none, so that bytes are searched first, with the skips of Wu and Manber.
 */
export class Mask {
  readonly #parts: readonly string[];
  readonly #pattern: RegExp | undefined;
  readonly #window: number;
  /** How far the search may skip behind two bytes. */
  readonly #skips = new Uint8Array(65_536);
  /** By the last two bytes of their window. */
  readonly #windows = new Map<number, Uint8Array[]>();

  /** @param values of variables that are secret */
  constructor(values: Iterable<string>) {
    const parts = new Set([...values].flatMap(maskedPartsOf).flatMap(formsOf));
    this.#parts = [...parts].sort((a, b) => b.length - a.length);
    const bytes = this.#parts.map((part) => new TextEncoder().encode(part));
    this.#window = bytes.reduce((least, { length }) => Math.min(least, length), longestWindow);
    this.#skips.fill(this.#window - 1);
    for (const each of bytes) this.#addWindow(each.subarray(0, this.#window));
    if (this.#parts.length > 0) this.#pattern = new RegExp(this.#parts.map(escaped).join('|'), 'g');
  }

  get isEmpty(): boolean {
    return this.#pattern === undefined;
  }

  /** False where the bytes hold no secret, but for one that begins before them or ends behind. */
  mayHold(bytes: Uint8Array): boolean {
    if (!this.#pattern) return false;
    const skips = this.#skips;
    for (let at = this.#window - 1; at < bytes.length; ) {
      const pair = ((bytes[at - 1] ?? 0) << 8) | (bytes[at] ?? 0);
      const skip = skips[pair] ?? 1;
      if (skip > 0) {
        at += skip;
        continue;
      }
      if (this.#windowEndsAt(bytes, at, pair)) return true;
      at += 1;
    }
    return false;
  }

  apply(text: string): string {
    return this.#pattern ? text.replace(this.#pattern, mark) : text;
  }

  /** How many characters at the end of a text may be the beginning of a secret. */
  overlap(text: string): number {
    let longest = 0;
    for (const part of this.#parts) {
      const most = Math.min(part.length - 1, text.length);
      for (let length = most; length >= Math.max(shortestOverlap, longest + 1); length--) {
        if (!text.endsWith(part.slice(0, length))) continue;
        longest = length;
        break;
      }
    }
    return longest;
  }

  #addWindow(window: Uint8Array): void {
    for (let at = 1; at < window.length; at++) {
      const pair = ((window[at - 1] ?? 0) << 8) | (window[at] ?? 0);
      const left = window.length - 1 - at;
      this.#skips[pair] = Math.min(this.#skips[pair] ?? 0, left);
      if (left > 0) continue;
      const same = this.#windows.get(pair);
      if (same) same.push(window);
      else this.#windows.set(pair, [window]);
    }
  }

  #windowEndsAt(bytes: Uint8Array, end: number, pair: number): boolean {
    const start = end - this.#window + 1;
    return (this.#windows.get(pair) ?? []).some((window) =>
      window.every((byte, index) => bytes[start + index] === byte),
    );
  }
}

function formsOf(part: string): string[] {
  return [part, JSON.stringify(part).slice(1, -1), urlForm(part), Buffer.from(part).toString('base64')];
}

/** A lone surrogate has no form in a URL. */
function urlForm(part: string): string {
  try {
    return encodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
