import { type Node, parseTree } from 'jsonc-parser';
import type { Range } from '../../text';
import { type ConfigEntry, defineEntryFormat } from '../entry';
import { reading } from '../reading';

/** JSON with comments, and notebooks, which are JSON. */
export default defineEntryFormat({
  id: 'json',
  files: /\.(?:jsonc?|ipynb)$/,
  comment: undefined,
  entries(text) {
    const found: ConfigEntry[] = [];
    const root = reading(() => parseTree(text));
    if ('value' in root && root.value) collect(root.value, root.value, [], found, text);
    return found;
  },
});

const DEEPEST = 64;

function collect(
  node: Node,
  keyNode: Node,
  keys: readonly string[],
  found: ConfigEntry[],
  text: string,
): void {
  if (keys.length > 0) {
    const range = rangeOf(node, text);
    const kind = node.type === 'object' ? 'map' : node.type === 'array' ? 'list' : 'value';
    const whole = { start: keyNode.offset, end: node.offset + node.length };
    found.push({ keys, keyRange: rangeOf(keyNode, text), value: valueText(node, text), range, whole, kind });
  }
  if (keys.length >= DEEPEST) return;
  node.children?.forEach((child, index) => {
    if (node.type === 'array') collect(child, child, [...keys, String(index)], found, text);
    const [key, value] = child.children ?? [];
    if (node.type === 'object' && key && value)
      collect(value, key, [...keys, String(key.value)], found, text);
  });
}

function valueText(node: Node, text: string): string {
  if (node.type === 'string') return String(node.value);
  const isBare = node.type === 'number' || node.type === 'boolean';
  return isBare ? text.slice(node.offset, node.offset + node.length) : '';
}

function rangeOf({ offset, length, type }: Node, text: string): Range {
  const end = offset + length;
  if (type !== 'string') return { start: offset, end };
  return { start: offset + 1, end: length > 1 && text[end - 1] === '"' ? end - 1 : end };
}
