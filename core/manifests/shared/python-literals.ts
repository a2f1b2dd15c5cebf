import type { Range } from '../../text';

/** A string literal of a Python text; `content` is what stands between its quotes, escapes untouched. */
export interface PythonString {
  readonly content: Range;
  readonly range: Range;
}

/** A token as far as a literal list needs one: a string, a name, or a single other character. */
export interface PythonToken {
  readonly kind: 'string' | 'name' | 'other';
  readonly range: Range;
  readonly content: Range;
}

/** Splits a Python text into tokens, without its comments and blanks. Linear; what is left open ends with the text. */
export function* tokensOf(text: string): Generator<PythonToken> {
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    if (char === '#') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (char === '"' || char === "'") {
      const token = stringAt(text, at);
      yield token;
      at = token.range.end;
    } else if (isNameCode(text.charCodeAt(at))) {
      const range = { start: at, end: endOfName(text, at) };
      yield { kind: 'name', range, content: range };
      at = range.end;
    } else {
      const range = { start: at, end: at + 1 };
      if (char.trim() !== '') yield { kind: 'other', range, content: range };
      at++;
    }
  }
}

function stringAt(text: string, start: number): PythonToken {
  const quote = text.charAt(start);
  const triple = text.startsWith(quote.repeat(3), start);
  const close = triple ? quote.repeat(3) : quote;
  let at = start + close.length;
  while (at < text.length && !text.startsWith(close, at) && (triple || text[at] !== '\n')) {
    at += text[at] === '\\' ? 2 : 1;
  }
  const contentEnd = Math.min(at, text.length);
  const end = text.startsWith(close, contentEnd) ? contentEnd + close.length : contentEnd;
  return { kind: 'string', range: { start, end }, content: { start: start + close.length, end: contentEnd } };
}

function endOfName(text: string, start: number): number {
  let at = start;
  while (at < text.length && isNameCode(text.charCodeAt(at))) at++;
  return at;
}

function isNameCode(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57) || code === 95 || code > 127;
}
