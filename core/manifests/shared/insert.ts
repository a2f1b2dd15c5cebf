import { eolOf, type Range, type TextEdit } from '../../text';

/** A part of a list or table that is there already, with the name by which it is sorted. */
export interface Item {
  readonly range: Range;
  readonly key: string;
}

/** A list between brackets or braces, whose items are separated by commas. */
export interface List {
  /** Between the brackets. */
  readonly inner: Range;
  readonly items: readonly Item[];
}

/** Adds an item to a list in the list's own style: sorted if it is, one per line if they are, comma at the end if so. */
export function insertInList(text: string, list: List, key: string, item: string): TextEdit[] {
  const at = placeFor(list.items, key);
  const next = list.items[at];
  const last = list.items.at(-1);
  if (last === undefined) return [intoEmpty(text, list.inner, item)];
  if (next !== undefined) {
    const indent = ownIndent(text, next.range.start);
    const separator = indent === undefined ? ', ' : `,${eolOf(text)}${indent}`;
    return [insert(next.range.start, item + separator)];
  }
  const indent = ownIndent(text, last.range.start);
  const comma = commaAfter(text, last.range.end, list.inner.end);
  if (indent === undefined) return [insert(last.range.end, `, ${item}`)];
  const added = `${eolOf(text)}${indent}${item}`;
  const lineEnd = Math.min(endOfLine(text, (comma ?? last.range.end - 1) + 1), list.inner.end);
  if (comma !== undefined) return [insert(lineEnd, `${added},`)];
  if (text.slice(last.range.end, lineEnd).trim() === '') return [insert(last.range.end, `,${added}`)];
  return [insert(last.range.end, ','), insert(lineEnd, added)];
}

/** Adds a line among lines: in its place if they are sorted, else after the last one. */
export function insertLine(text: string, lines: readonly Item[], key: string, line: string): TextEdit[] {
  const at = placeFor(lines, key);
  const next = lines[at];
  const last = lines.at(-1);
  if (next) return [insert(startOfLine(text, next.range.start), line + eolOf(text))];
  return last ? [lineAfter(text, last.range.end, line)] : [];
}

/** Adds lines behind the line that holds `offset`. */
export function lineAfter(text: string, offset: number, lines: string): TextEdit {
  return insert(endOfLine(text, offset), eolOf(text) + lines);
}

/** Adds lines at the end of a text, which then ends with a line break. */
export function appendLines(text: string, lines: string): TextEdit {
  const open = text !== '' && !text.endsWith('\n');
  return insert(text.length, `${open ? eolOf(text) : ''}${lines}${eolOf(text)}`);
}

/** What stands before `offset` in its line, if that is nothing but blanks. */
export function ownIndent(text: string, offset: number): string | undefined {
  const before = text.slice(startOfLine(text, offset), offset);
  return before.trim() === '' ? before : undefined;
}

/** The blanks at the start of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  const start = startOfLine(text, offset);
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(start, end);
}

/** One step of indentation: that of the first indented line, or `fallback`. */
export function indentUnit(text: string, fallback: string): string {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const indent = indentAt(text, at + 1);
    if (indent !== '' && text[at + 1 + indent.length] !== '\n') return indent;
  }
  return fallback;
}

export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

export function endOfLine(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  const end = found < 0 ? text.length : found;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

function intoEmpty(text: string, inner: Range, item: string): TextEdit {
  if (!text.slice(inner.start, inner.end).includes('\n')) return { range: inner, newText: item };
  const indent = indentAt(text, inner.end) + indentUnit(text, '    ');
  return insert(inner.start, `${eolOf(text)}${indent}${item},`);
}

/** The index of the item before which a new one belongs; their number where it belongs last. */
function placeFor(items: readonly Item[], key: string): number {
  const sorted = items.every(
    (item, index) => index === 0 || compare(items[index - 1]?.key ?? '', item.key) <= 0,
  );
  const found = sorted ? items.findIndex((item) => compare(item.key, key) > 0) : -1;
  return found < 0 ? items.length : found;
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en');
}

function commaAfter(text: string, from: number, end: number): number | undefined {
  let at = from;
  while (at < end && (text[at] ?? '').trim() === '') at++;
  return text[at] === ',' && at < end ? at : undefined;
}
