import type { Range } from '../text';
import type { Assignment, Word } from './procfile';
import { endOfName, type ScannedWord } from './words';

/** Longest first. */
const REDIRECTS = ['<<<', '<<-', '&>>', '<<', '<&', '<>', '>>', '>&', '>|', '&>', '<', '>'];
const OPERATORS = ['&&', '||', '|&', ';;', '|', ';', '&'];

/** What ends a simple command at a place. */
export function operatorAt(text: string, at: number): string | undefined {
  return OPERATORS.find((each) => text.startsWith(each, at));
}

/** The sign of a redirect at a place, and where it ends, which may start with the number of a stream. */
export function redirectAt(text: string, start: number): { sign: string; end: number } | undefined {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  const sign = REDIRECTS.find((each) => text.startsWith(each, at) && (at === start || each[0] !== '&'));
  return sign === undefined ? undefined : { sign, end: at + sign.length };
}

/** How long the backslash and the line break at a place are; 0 where nothing goes on in the next line. */
export function continuationAt(text: string, at: number): number {
  if (text[at] !== '\\') return 0;
  if (text[at + 1] === '\n') return 2;
  return text.startsWith('\r\n', at + 1) ? 3 : 0;
}

export function lineEndAt(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

export function isBlank(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\r' || char === '\v' || char === '\f';
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The assignment that a word is, if its name is one and an equals sign follows. */
export function assignmentIn(text: string, range: Range): Assignment | undefined {
  const named = endOfName(text, range.start);
  const end = named > range.start ? endOfIndex(text, named, range.end) : named;
  const equals = text[end] === '+' ? end + 1 : end;
  if (end === range.start || text[equals] !== '=') return undefined;
  const nameRange = { start: range.start, end: named };
  const valueRange = { start: equals + 1, end: range.end };
  return { name: text.slice(range.start, named), nameRange, valueRange, range };
}

/** Behind the `[…]` of an array's element at a place, which ends before `limit`; the place itself where there is none. */
function endOfIndex(text: string, at: number, limit: number): number {
  if (text[at] !== '[') return at;
  const close = text.slice(at, limit).indexOf(']');
  return close < 0 ? at : at + close + 1;
}

export function plainWord({ text, range, literal }: ScannedWord): Word {
  return { text, range, literal };
}
