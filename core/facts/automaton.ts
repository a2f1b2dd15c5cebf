/** A place where one of an automaton's literals ends its match. */
export interface Hit {
  readonly start: number;
  readonly literal: number;
}

const WIDTH = 128;

/**
 * Finds many literals in one pass (Aho and Corasick, 1975) with a dense table over ASCII, ASCII case folded.
 * Overlapping matches are all reported; characters past ASCII match nothing.
 */
export class Automaton {
  readonly #next: Int32Array;
  readonly #outputs: readonly (readonly number[])[];
  readonly #literals: readonly string[];
  /** By state, whether some literal ends there. */
  readonly #ends: Uint8Array;

  constructor(literals: readonly string[]) {
    this.#literals = literals.map((literal) => literal.toLowerCase());
    const trie = buildTrie(this.#literals);
    this.#next = trie.next;
    this.#outputs = trie.outputs;
    this.#ends = Uint8Array.from(trie.outputs, ({ length }) => (length > 0 ? 1 : 0));
  }

  /** Calls `onHit` for every occurrence; the start offset and the literal's index in the constructor's list. */
  scan(text: string, onHit: (start: number, literal: number) => void): void {
    const next = this.#next;
    const ends = this.#ends;
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      state = code < WIDTH ? (next[state * WIDTH + code] ?? 0) : 0;
      if (ends[state] === 0) continue;
      for (const literal of this.#outputs[state] ?? [])
        onHit(at + 1 - (this.#literals[literal]?.length ?? 0), literal);
    }
  }
}

function buildTrie(literals: readonly string[]): { next: Int32Array; outputs: number[][] } {
  const children: Map<number, number>[] = [new Map()];
  const outputs: number[][] = [[]];
  literals.forEach((literal, index) => {
    let state = 0;
    for (let at = 0; at < literal.length; at++) {
      const code = literal.charCodeAt(at);
      let child = children[state]?.get(code);
      if (child === undefined) {
        child = children.length;
        children.push(new Map());
        outputs.push([]);
        children[state]?.set(code, child);
      }
      state = child;
    }
    outputs[state]?.push(index);
  });
  return { next: link(children, outputs), outputs };
}

/** Turns the trie into a table without failure links, breadth first, and folds upper case onto lower. */
function link(children: readonly Map<number, number>[], outputs: number[][]): Int32Array {
  const next = new Int32Array(children.length * WIDTH);
  const fail = new Int32Array(children.length);
  const queue = [0];
  for (const state of queue) {
    const back = fail[state] ?? 0;
    for (let code = 0; code < WIDTH; code++) {
      const child = children[state]?.get(code);
      const fallback = state === 0 ? 0 : (next[back * WIDTH + code] ?? 0);
      next[state * WIDTH + code] = child ?? fallback;
      if (child === undefined) continue;
      fail[child] = fallback;
      outputs[child]?.push(...(outputs[fallback] ?? []));
      queue.push(child);
    }
  }
  for (let state = 0; state < children.length; state++) {
    for (let code = 65; code <= 90; code++) next[state * WIDTH + code] = next[state * WIDTH + code + 32] ?? 0;
  }
  return next;
}
