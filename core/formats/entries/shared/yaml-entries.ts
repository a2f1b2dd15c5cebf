import { isAlias, isMap, isNode, isScalar, isSeq, type Node, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Range } from '../../../text';
import type { ConfigEntry } from '../../entry';
import { trimmed } from './lines';

const DEEPEST = 64;
/** Aliases of aliases multiply; beyond so many entries what they stand for is left out. */
const MOST_COPIED = 5_000;
const NULL = /^(?:~|null|Null|NULL)?$/;

/** Collects the entries of YAML documents. `source` is what was parsed, `text` the same as written, of one length. */
export class YamlEntries {
  readonly entries: ConfigEntry[] = [];
  readonly #text: string;
  readonly #source: string;
  readonly #anchors = new Map<string, Node>();
  /** The maps and lists that are being read: an alias of one of them stands for no end of entries. */
  readonly #open = new Set<Node>();
  #copying = 0;
  #copied = 0;

  constructor(text: string, source: string) {
    this.#text = text;
    this.#source = source;
  }

  addDocument(root: Node | null): void {
    this.#anchors.clear();
    if (isMap(root) || isSeq(root)) this.#children(root, []);
  }

  #children(node: YAMLMap | YAMLSeq, keys: readonly string[]): void {
    if (keys.length >= DEEPEST || this.#open.has(node) || this.#isFull()) return;
    this.#open.add(node);
    if (isMap(node)) this.#pairs(node, keys, undefined);
    else
      for (const [index, item] of node.items.entries())
        if (isNode(item)) this.#add([...keys, String(index)], item, item);
    this.#open.delete(node);
  }

  /** The pairs of a map and of the maps it merges. Of a map that is merged itself only those that are not `taken`. */
  #pairs(map: YAMLMap, keys: readonly string[], taken: Set<string> | undefined): void {
    const names = taken ?? new Set();
    const merged: Node[] = [];
    for (const { key, value } of map.items) {
      if (!isScalar(key)) continue;
      const name = this.#valueOf(key);
      if (name === '<<' && isNode(value))
        merged.push(...(isSeq(value) ? value.items.filter(isNode) : [value]));
      else if (!taken?.has(name)) this.#add([...keys, name], key, isNode(value) ? value : undefined);
      names.add(name);
    }
    for (const one of merged) {
      const target = this.#targetOf(one);
      if (!isMap(target) || this.#open.has(target) || this.#isFull()) continue;
      this.#open.add(target);
      this.#copy(() => this.#pairs(target, keys, names));
      this.#open.delete(target);
    }
  }

  /** An entry and what it holds. In a list the element is its own key. */
  #add(keys: readonly string[], key: Node, node: Node | undefined): void {
    const target = node && this.#targetOf(node);
    if (this.#isFull() || (node && !target)) return;
    if (this.#copying > 0) this.#copied++;
    if (node?.anchor) this.#anchors.set(node.anchor, node);
    const written = node && this.#rangeOf(node);
    const keyRange = this.#rangeOf(key) ?? this.#extentOf(key);
    const whole = { start: this.#extentOf(key).start, end: this.#extentOf(written ? node : key).end };
    const kind = isMap(target) ? 'map' : isSeq(target) ? 'list' : 'value';
    const value = isScalar(target) ? this.#valueOf(target) : '';
    this.entries.push({ keys, keyRange, value, range: written ?? keyRange, whole, kind });
    if (!isMap(target) && !isSeq(target)) return;
    if (target === node) this.#children(target, keys);
    else this.#copy(() => this.#children(target, keys));
  }

  #copy(read: () => void): void {
    this.#copying++;
    read();
    this.#copying--;
  }

  #isFull(): boolean {
    return this.#copying > 0 && this.#copied >= MOST_COPIED;
  }

  #targetOf(node: Node): Node | undefined {
    return isAlias(node) ? this.#anchors.get(node.source) : node;
  }

  /** A plain value as written; of a quoted one or a block what it stands for, unless a template fills a part of it. */
  #valueOf(scalar: Scalar): string {
    const range = this.#rangeOf(scalar);
    if (!range) return '';
    const written = this.#text.slice(range.start, range.end);
    if (written !== this.#source.slice(range.start, range.end)) return written;
    const value = String(scalar.value);
    return scalar.type === Scalar.PLAIN && NULL.test(value) ? '' : value;
  }

  /** A value without its quotes or the header of its block; undefined where nothing is written. */
  #rangeOf(node: Node): Range | undefined {
    const extent = this.#extentOf(node);
    if (isScalar(node)) {
      const quote = this.#source[extent.start];
      if (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE) {
        const isClosed = extent.end - extent.start > 1 && this.#source[extent.end - 1] === quote;
        return { start: extent.start + 1, end: isClosed ? extent.end - 1 : extent.end };
      }
      if (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED)
        return this.#blockOf(extent);
    }
    return extent.start < extent.end ? extent : undefined;
  }

  #blockOf({ start, end }: Range): Range | undefined {
    const header = /\r\n?|\n/.exec(this.#source.slice(start, end));
    if (!header) return undefined;
    return trimmed(this.#source, { start: start + header.index, end });
  }

  #extentOf({ range }: Node): Range {
    const [start, end] = range ?? [0, 0];
    return trimmed(this.#source, { start, end });
  }
}
