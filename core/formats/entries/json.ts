import { type Node, parseTree } from 'jsonc-parser';
import { type ConfigEntry, defineEntryFormat } from '../entry';

/** JSON with comments. */
export default defineEntryFormat({
  id: 'json',
  matches: (path) => /\.jsonc?$/.test(path),
  entries(text) {
    const root = parseTree(text);
    const found: ConfigEntry[] = [];
    if (root) collect(root, root, [], found, text);
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
  const range = rangeOf(node, text);
  if (keys.length > 0) {
    const kind = node.type === 'object' ? 'map' : node.type === 'array' ? 'list' : 'value';
    const whole = { start: keyNode.offset, end: node.offset + node.length };
    const value = kind === 'value' ? String(node.value ?? '') : '';
    found.push({ keys, keyRange: rangeOf(keyNode, text), value, range, whole, kind });
  }
  if (keys.length >= DEEPEST) return;
  node.children?.forEach((child, index) => {
    if (node.type === 'array') collect(child, child, [...keys, String(index)], found, text);
    const [key, value] = child.children ?? [];
    if (node.type === 'object' && key && value)
      collect(value, key, [...keys, String(key.value)], found, text);
  });
}

function rangeOf({ offset, length, type }: Node, text: string): { start: number; end: number } {
  const quoted = type === 'string' && text[offset] === '"';
  return quoted ? { start: offset + 1, end: offset + length - 1 } : { start: offset, end: offset + length };
}
