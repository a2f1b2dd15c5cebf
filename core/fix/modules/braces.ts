/** One entry of an object literal or of a PHP array. */
export interface BraceEntry {
  readonly key: string;
  /** Where its value starts, and where it ends: before the comma or the closing brace. */
  readonly start: number;
  readonly end: number;
}

/** An object literal of JavaScript, or an array of PHP with keys, as far as it takes to put an entry into it. */
export interface Braces {
  readonly entries: readonly BraceEntry[];
  /** Where the closing brace stands. */
  readonly close: number;
  /** Behind the last sign that is neither blank nor comment. */
  readonly last: number;
  readonly isEmpty: boolean;
  readonly endsInComma: boolean;
  /** What stands before the first entry on its line; undefined where it shares the line of the opening brace. */
  readonly indent: string | undefined;
}

const OPENING = '{[(';
const CLOSING = '}])';
const KEY = /(["']?)([\w$.-]{1,100})\1[ \t]{0,40}(?::|=>)[ \t]{0,40}/y;
/** What a slash stands behind where it starts a pattern and does not divide. */
const BEFORE_PATTERN = new Set([...'(,=:[!&|?{};>']);

/** Reads what opens at a place of a text; undefined where it does not close. */
export function bracesAt(text: string, open: number): Braces | undefined {
  const entries: BraceEntry[] = [];
  let depth = 0;
  let last = open + 1;
  let entry: { key: string; start: number } | undefined;
  let isStart = false;
  let first: number | undefined;
  for (let at = open; at < text.length; ) {
    const sign = text.charAt(at);
    const after = afterNote(text, at);
    if (after > at) {
      at = after;
      continue;
    }
    if (/\s/.test(sign)) {
      at++;
      continue;
    }
    if (depth === 1 && isStart && !CLOSING.includes(sign)) {
      isStart = false;
      first ??= at;
      const found = keyAt(text, at);
      if (found) {
        entry = { key: found.key, start: found.end };
        last = found.end;
        at = found.end;
        continue;
      }
    }
    if (OPENING.includes(sign)) depth++;
    if (CLOSING.includes(sign)) depth--;
    if (depth === 0 && at > open) {
      if (entry && !isStart) entries.push({ ...entry, end: last });
      const isEmpty = first === undefined;
      const endsInComma = text[last - 1] === ',';
      return { entries, close: at, last, isEmpty, endsInComma, indent: indentOf(text, open, first) };
    }
    if (depth === 1 && (sign === ',' || at === open)) {
      if (entry && sign === ',') entries.push({ ...entry, end: last });
      entry = undefined;
      isStart = true;
    }
    at = afterToken(text, at, text.charAt(last - 1));
    last = at;
  }
  return undefined;
}

/** The edit that adds an entry, without its comma, behind the others. */
export function addEntry(text: string, braces: Braces, entry: string, eol: string) {
  const { close, last, isEmpty, endsInComma, indent } = braces;
  const comma = isEmpty || endsInComma ? '' : ',';
  if (indent === undefined) {
    const at = isEmpty ? close : last;
    return { range: { start: at, end: at }, newText: isEmpty ? ` ${entry} ` : `${comma} ${entry}` };
  }
  const lineEnd = text.indexOf('\n', last);
  const rest = text.slice(last, lineEnd < 0 ? last : lineEnd).trim();
  const isNote = rest.startsWith('//') || rest === '';
  const at =
    isNote && lineEnd >= 0 && lineEnd < close ? lineEnd - (text[lineEnd - 1] === '\r' ? 1 : 0) : last;
  const line = `${eol}${indent}${entry}${endsInComma ? ',' : ''}`;
  // A note behind the last entry stays behind it, and the comma before the note.
  return at === last || comma === ''
    ? { range: { start: at, end: at }, newText: comma + line }
    : { range: { start: last, end: at }, newText: comma + text.slice(last, at) + line };
}

function indentOf(text: string, open: number, first: number | undefined): string | undefined {
  if (first === undefined) return undefined;
  const lineStart = text.lastIndexOf('\n', first - 1) + 1;
  if (lineStart <= open) return undefined;
  const before = text.slice(lineStart, first);
  return before.trim() === '' ? before : undefined;
}

function keyAt(text: string, at: number): { key: string; end: number } | undefined {
  const sticky = new RegExp(KEY);
  sticky.lastIndex = at;
  const key = sticky.exec(text)?.[2];
  return key === undefined ? undefined : { key, end: sticky.lastIndex };
}

/** Behind a comment that starts here, else the same place. */
function afterNote(text: string, at: number): number {
  const two = text.slice(at, at + 2);
  if (two === '//') return endOr(text.indexOf('\n', at), text);
  if (two === '/*') return endOr(text.indexOf('*/', at + 2), text) + 2;
  return at;
}

function endOr(found: number, text: string): number {
  return found < 0 ? text.length : found;
}

function afterToken(text: string, at: number, before: string): number {
  const sign = text.charAt(at);
  if (sign === '"' || sign === "'" || sign === '`') return afterQuoted(text, at, sign);
  return sign === '/' && BEFORE_PATTERN.has(before) ? afterPattern(text, at) : at + 1;
}

function afterQuoted(text: string, at: number, quote: string): number {
  let next = at + 1;
  while (next < text.length && text[next] !== quote) next += text[next] === '\\' ? 2 : 1;
  return Math.min(next + 1, text.length);
}

function afterPattern(text: string, at: number): number {
  let inClass = false;
  for (let next = at + 1; next < text.length && text[next] !== '\n'; next++) {
    if (text[next] === '\\') next++;
    else if (text[next] === '[') inClass = true;
    else if (text[next] === ']') inClass = false;
    else if (text[next] === '/' && !inClass) return next + 1;
  }
  return at + 1;
}
