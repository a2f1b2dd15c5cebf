import type { Range } from '../../../text';

const OPENING = '([{';
const CLOSING = ')]}';

/** Where a string that starts at a quote ends. */
function endOfString(text: string, start: number, end: number): number {
  const quote = text[start];
  for (let at = start + 1; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  }
  return end;
}

/** The arguments of a call, from behind its callee to its end, as they are written. */
export function argumentsIn(text: string, from: number, end: number): Range[] {
  const open = text.indexOf('(', from);
  const found: Range[] = [];
  if (open < 0 || open >= end) return found;
  let depth = 0;
  let start = open + 1;
  const add = (to: number): void => {
    const raw = text.slice(start, to);
    const trimmed = raw.trim();
    const at = start + raw.indexOf(trimmed);
    if (trimmed !== '') found.push({ start: at, end: at + trimmed.length });
  };
  for (let at = open; at < end; at++) {
    const sign = text[at] ?? '';
    if (/["'`]/.test(sign)) at = endOfString(text, at, end);
    else if (OPENING.includes(sign)) depth++;
    else if (CLOSING.includes(sign) && --depth === 0) {
      add(at);
      return found;
    } else if (sign === ',' && depth === 1) {
      add(at);
      start = at + 1;
    }
  }
  return found;
}

/** The first block of braces from a place on, with its braces. */
export function bodyAt(text: string, from: number, end: number): Range | undefined {
  let start = -1;
  let depth = 0;
  for (let at = from; at < end; at++) {
    const sign = text[at] ?? '';
    if (/["'`]/.test(sign)) at = endOfString(text, at, end);
    else if (sign === '{') {
      if (depth++ === 0) start = at;
    } else if (sign === '}' && --depth === 0 && start >= 0) return { start, end: at + 1 };
  }
  return undefined;
}

/** Where the parenthesis that opens at a place is closed: behind its end. */
export function closingAt(text: string, open: number, end: number): number | undefined {
  let depth = 0;
  for (let at = open; at < end; at++) {
    const sign = text[at] ?? '';
    if (/["`]/.test(sign)) at = endOfString(text, at, end);
    else if (OPENING.includes(sign)) depth++;
    else if (CLOSING.includes(sign) && --depth === 0) return at + 1;
  }
  return undefined;
}
