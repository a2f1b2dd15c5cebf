import type { Range } from '../../text';
import { type ConfigEntry, defineEntryFormat } from '../entry';
import { linesOf } from './shared/lines';

/** Java's properties. */
export default defineEntryFormat({
  id: 'properties',
  files: /\.properties$/,
  comment: ['# ', ''],
  entries: (text) => logicalLines(text).map((line) => entryOf(text, line)),
});

const ESCAPE = /\\(?:u([\da-fA-F]{4})|(\r\n?|\n)[ \t\f]*|([\s\S]))/g;
const CONTROL: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

/** Lines with those that continue them, without blanks at their start, comments and empty lines. */
function logicalLines(text: string): Range[] {
  const found: Range[] = [];
  let open: number | undefined;
  for (const { start, end } of linesOf(text)) {
    let from = start;
    while (open === undefined && from < end && isBlank(text[from])) from++;
    if (open === undefined && (from === end || text[from] === '#' || text[from] === '!')) continue;
    open ??= from;
    let backslashes = 0;
    while (end - backslashes > start && text[end - backslashes - 1] === '\\') backslashes++;
    if (backslashes % 2 === 1 && end < text.length) continue;
    found.push({ start: open, end });
    open = undefined;
  }
  if (open !== undefined) found.push({ start: open, end: text.length });
  return found;
}

function entryOf(text: string, { start, end }: Range): ConfigEntry {
  let at = start;
  while (at < end && !/[=: \t\f]/.test(text[at] ?? '')) at += text[at] === '\\' ? 2 : 1;
  const keyRange = { start, end: Math.min(at, end) };
  at = keyRange.end;
  while (at < end && isBlank(text[at])) at++;
  if (text[at] === '=' || text[at] === ':') at++;
  const range = valueRange(text, Math.min(at, end), end);
  const key = unescaped(text.slice(keyRange.start, keyRange.end));
  return {
    keys: key.replace(/\[([^[\]]*)\]/g, '.$1').split('.'),
    keyRange,
    value: unescaped(text.slice(range.start, range.end)),
    range: range.start < range.end ? range : keyRange,
    whole: { start, end: Math.max(keyRange.end, range.end) },
    kind: 'value',
  };
}

/** Java keeps the blanks at a value's end; nobody means them. */
function valueRange(text: string, from: number, to: number): Range {
  let [start, end] = [from, to];
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1]) && text[end - 2] !== '\\') end--;
  return { start, end };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\f';
}

function unescaped(written: string): string {
  return written.replace(ESCAPE, (_, code, lineBreak, character: string) => {
    if (code) return String.fromCharCode(Number.parseInt(code, 16));
    return lineBreak ? '' : (CONTROL[character] ?? character);
  });
}
