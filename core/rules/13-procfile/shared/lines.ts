import { linesOf } from '../../../procfile/parse';
import type { Range } from '../../../text';
import { type Flaw, flawOf, isPastedCommand } from './flaws';

/** A line of a Procfile that says something, as its author may have meant it. Ranges leave out the blanks around. */
export type Line =
  | EntryLine
  | { readonly kind: 'empty'; readonly name: string; readonly range: Range }
  | { readonly kind: 'spaced'; readonly name: string; readonly blanks: Range; readonly range: Range }
  | { readonly kind: 'pasted'; readonly range: Range }
  | { readonly kind: 'malformed'; readonly flaw: Flaw; readonly range: Range };

export interface EntryLine {
  readonly kind: 'entry';
  readonly name: string;
  readonly nameRange: Range;
  /** What stands behind the colon, from its first character that is no blank. */
  readonly command: Range;
  readonly range: Range;
  /** The lines that a backslash at the end of this one was meant to add. */
  readonly continued: readonly Range[];
}

const YAML_BLOCK = /^[|>][-+]?$/;

/** The lines of a Procfile but for blank ones and comments. Lines that belong together count as one. */
export function linesOfProcfile(text: string): Line[] {
  const raw = [...linesOf(text)];
  const lines: Line[] = [];
  for (let at = 0; at < raw.length; at++) {
    const range = trimmed(text, raw[at] ?? { start: 0, end: 0 });
    if (range.start === range.end || text[range.start] === '#') continue;
    const line = read(text, raw[at] ?? range, range);
    const more = following(text, raw, at, line);
    at += more.length;
    const last = more.at(-1);
    if (!last) push(lines, line);
    else if (line.kind === 'entry' && endsOpen(text, line.range)) lines.push({ ...line, continued: more });
    else {
      const flaw = line.kind === 'malformed' ? line.flaw : 'yaml';
      lines.push({ kind: 'malformed', flaw, range: { start: range.start, end: last.end } });
    }
  }
  return lines;
}

/** Neighbours that are no Procfile lines at all make one pasted block. */
function push(lines: Line[], line: Line): void {
  const last = lines.at(-1);
  const joins =
    line.kind === 'malformed' && line.flaw === 'other' && last?.kind === 'malformed' && last.flaw === 'other';
  if (joins) lines[lines.length - 1] = { ...last, range: { start: last.range.start, end: line.range.end } };
  else lines.push(line);
}

function read(text: string, whole: Range, range: Range): Line {
  const nameEnd = skip(text, range.start, range.end, isNameCode);
  const colon = skip(text, nameEnd, range.end, isBlankCode);
  const name = text.slice(range.start, nameEnd);
  const content = text.slice(range.start, Math.min(range.end, range.start + 200));
  if (isPastedCommand(content)) return { kind: 'pasted', range };
  const atFirst = range.start === whole.start && name !== '' && text[colon] === ':';
  if (atFirst && colon > nameEnd)
    return { kind: 'spaced', name, blanks: { start: nameEnd, end: colon }, range };
  if (!atFirst) return { kind: 'malformed', flaw: flawOf(content, range.start > whole.start), range };
  const start = skip(text, colon + 1, range.end, isBlankCode);
  if (start === range.end) return { kind: 'empty', name, range };
  const command = { start, end: range.end };
  if (YAML_BLOCK.test(text.slice(start, Math.min(range.end, start + 3))))
    return { kind: 'malformed', flaw: 'yaml', range };
  const nameRange = { start: range.start, end: nameEnd };
  return { kind: 'entry', name, nameRange, command, range, continued: [] };
}

/** The lines behind one that belong to it: of an HTML comment, a YAML block, a line that ends in a backslash. */
function following(text: string, raw: readonly Range[], at: number, line: Line): Range[] {
  const rest: Range[] = [];
  const from = raw[at]?.end ?? 0;
  const close =
    line.kind === 'malformed' && line.flaw === 'html' ? text.indexOf('-->', line.range.start) : -1;
  for (let next = at + 1; next < raw.length; next++) {
    const whole = raw[next] ?? { start: 0, end: 0 };
    const range = trimmed(text, whole);
    const indented = range.start > whole.start && range.end > range.start;
    const belongs =
      close >= from
        ? whole.start <= close
        : line.kind === 'entry'
          ? endsOpen(text, rest.at(-1) ?? line.range) && isContinuation(text, whole, range)
          : (line.kind === 'empty' || (line.kind === 'malformed' && line.flaw === 'yaml')) && indented;
    if (!belongs) break;
    rest.push(range);
  }
  return rest;
}

function isContinuation(text: string, whole: Range, range: Range): boolean {
  if (range.start === range.end || text[range.start] === '#') return false;
  return range.start > whole.start || read(text, whole, range).kind === 'malformed';
}

/** Whether a line ends in a backslash that no other one takes back. */
function endsOpen(text: string, { start, end }: Range): boolean {
  let at = end;
  while (at > start && text[at - 1] === '\\') at--;
  return (end - at) % 2 === 1;
}

export function endsInBackslash(text: string, line: EntryLine): boolean {
  return endsOpen(text, line.range);
}

function trimmed(text: string, { start, end }: Range): Range {
  const from = skip(text, start, end, isBlankCode);
  let to = end;
  while (to > from && isBlankCode(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

function skip(text: string, start: number, end: number, is: (code: number) => boolean): number {
  let at = start;
  while (at < end && is(text.charCodeAt(at))) at++;
  return at;
}

function isBlankCode(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function isNameCode(code: number): boolean {
  const lower = code | 32;
  return (code >= 48 && code <= 57) || (lower >= 97 && lower <= 122) || code === 45 || code === 95;
}
