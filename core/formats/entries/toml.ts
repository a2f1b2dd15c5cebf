import { type AST, parseTOML } from 'toml-eslint-parser';
import type { Range } from '../../text';
import { type ConfigEntry, defineEntryFormat } from '../entry';
import { reading } from '../reading';

/** TOML. A text with a syntax error has no entries. */
export default defineEntryFormat({
  id: 'toml',
  files: /\.toml$/,
  comment: ['# ', ''],
  entries(text) {
    const result = reading(() => {
      const found: ConfigEntry[] = [];
      const source = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
      for (const node of parseTOML(source).body[0].body) {
        if (node.type === 'TOMLKeyValue') addPair(node, [], found, text);
        else addTable(node, found, text);
      }
      return found;
    });
    return 'value' in result ? result.value : [];
  },
});

const DEEPEST = 64;

function addTable(table: AST.TOMLTable, found: ConfigEntry[], text: string): void {
  const keys = table.resolvedKey.map(String);
  const range = rangeOf(table);
  found.push({ keys, keyRange: keyRangeOf(table.key), value: '', range, whole: range, kind: 'map' });
  for (const pair of table.body) addPair(pair, keys, found, text);
}

function addPair(
  { key, value, range }: AST.TOMLKeyValue,
  above: readonly string[],
  found: ConfigEntry[],
  text: string,
): void {
  const names = key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
  const whole = { start: range[0], end: range[1] };
  add([...above, ...names], keyRangeOf(key), whole, value, found, text);
}

function add(
  keys: readonly string[],
  keyRange: Range,
  whole: Range,
  node: AST.TOMLContentNode,
  found: ConfigEntry[],
  text: string,
): void {
  const range = valueRangeOf(node, text);
  const kind = node.type === 'TOMLArray' ? 'list' : node.type === 'TOMLInlineTable' ? 'map' : 'value';
  const written = text.slice(range.start, range.end);
  const value = node.type !== 'TOMLValue' ? '' : node.kind === 'string' ? node.value : written;
  found.push({ keys, keyRange, value, range, whole, kind });
  if (keys.length >= DEEPEST) return;
  if (node.type === 'TOMLInlineTable') for (const pair of node.body) addPair(pair, keys, found, text);
  if (node.type !== 'TOMLArray') return;
  node.elements.forEach((element, index) => {
    add([...keys, String(index)], valueRangeOf(element, text), rangeOf(element), element, found, text);
  });
}

function keyRangeOf({ keys, range }: AST.TOMLKey): Range {
  const last = keys.at(-1);
  if (!last) return { start: range[0], end: range[1] };
  const quotes = last.type === 'TOMLQuoted' ? 1 : 0;
  return { start: last.range[0] + quotes, end: last.range[1] - quotes };
}

function valueRangeOf(node: AST.TOMLContentNode, text: string): Range {
  const { start, end } = rangeOf(node);
  if (node.type !== 'TOMLValue' || node.kind !== 'string') return { start, end };
  if (!node.multiline) return { start: start + 1, end: end - 1 };
  // A line break after the opening quotes is no part of the string.
  const lineBreak = /^\r?\n/.exec(text.slice(start + 3, start + 5))?.[0].length ?? 0;
  return { start: start + 3 + lineBreak, end: end - 3 };
}

function rangeOf({ range: [start, end] }: { range: [number, number] }): Range {
  return { start, end };
}
