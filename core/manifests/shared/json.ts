import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { reading } from '../../formats/reading';
import type { Range } from '../../text';

export interface JsonProperty {
  readonly name: string;
  /** Without the quotes. */
  readonly nameRange: Range;
  readonly value: Node;
  /** The whole property, from its name to the end of its value. */
  readonly range: Range;
}

/** The object that a JSON text holds. Of a text with syntax errors all that can be made out, with a `problem`. */
export function readJson(text: string): {
  readonly root: Node | undefined;
  readonly problem: string | undefined;
} {
  const source = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  const errors: ParseError[] = [];
  const read = reading(() => parseTree(source, errors, { allowTrailingComma: true }));
  if ('problem' in read) return { root: undefined, problem: read.problem };
  if (read.value?.type !== 'object') {
    return { root: undefined, problem: 'This file holds no JSON object: start it with `{`.' };
  }
  const problem = errors.length > 0 ? 'This file cannot be read in full: mend its syntax.' : undefined;
  return { root: read.value, problem };
}

/** The properties of an object; none for any other node. */
export function propertiesOf(node: Node | undefined): JsonProperty[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    const name: unknown = key?.value;
    if (!key || !value || typeof name !== 'string') return [];
    return [{ name, nameRange: contentOf(key), value, range: rangeOf(property) }];
  });
}

export function stringsOf(node: Node | undefined): string[] {
  const items = node?.type === 'array' ? (node.children ?? []) : [];
  return items.flatMap((item) => {
    const value: unknown = item.value;
    return typeof value === 'string' ? [value] : [];
  });
}

/** Where a string's text stands, without its quotes. */
export function contentOf(node: Node): Range {
  const { start, end } = rangeOf(node);
  return { start: Math.min(start + 1, end), end: Math.max(end - 1, Math.min(start + 1, end)) };
}

export function rangeOf(node: Node): Range {
  return { start: node.offset, end: node.offset + node.length };
}
