/** Behind what the quote at a place opens; the text's end where it does not close. */
function afterQuote(text: string, at: number): number {
  const quote = text.charAt(at);
  let next = at + 1;
  while (next < text.length && text[next] !== quote) next += text[next] === '\\' && quote !== "'" ? 2 : 1;
  return Math.min(next + 1, text.length);
}

/** Whether a comment starts at a place: a word does, and it with `#`. */
export function isComment(text: string, at: number): boolean {
  return text[at] === '#' && /^[\s(]?$/.test(text.charAt(at - 1));
}

/** Behind one sign, what a backslash protects, a whole quotation, or a comment. */
function afterSign(text: string, at: number): number {
  const sign = text.charAt(at);
  if (isComment(text, at)) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  if (sign === '\\') return Math.min(at + 2, text.length);
  return sign === '"' || sign === "'" ? afterQuote(text, at) : at + 1;
}

/**
 * Behind the parenthesis that closes the one at a place, as of an array or of arithmetic; undefined where none does,
 * so that a half-typed one hides nothing.
 */
export function afterParentheses(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at = afterSign(text, at)) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/** Behind the `()` of a function's definition that starts at a place; undefined where something else does. */
export function afterDefinition(text: string, open: number): number | undefined {
  let at = open + 1;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return text[at] === ')' ? at + 1 : undefined;
}

/** What the next arm of a `case` starts with: `end` where its commands do; `isLast` for the `esac` in place of one. */
export interface Arm {
  readonly end: number;
  readonly isLast: boolean;
}

/** Looks past blanks and comments for the pattern of an arm; undefined where the text breaks off before its `)`. */
export function armAt(text: string, from: number): Arm | undefined {
  let at = from;
  for (;;) {
    while (/\s/.test(text.charAt(at)) || text[at] === ';') at++;
    if (text[at] !== '#') break;
    const end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    at = end;
  }
  if (/^esac(?![\w-])/.test(text.slice(at, at + 5))) return { end: at + 4, isLast: true };
  // A pattern may be in parentheses as a whole, and hold some of its own: `+(a|b)`.
  let depth = text[at] === '(' ? 0 : 1;
  for (; at < text.length; at = afterSign(text, at)) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth === 0) return { end: at + 1, isLast: false };
    if (text[at] === '\n') return undefined;
  }
  return undefined;
}

/** Where a here-document that starts at a place ends, and where what follows its delimiter's line starts. */
export function heredocAt(text: string, start: number, delimiter: string): { end: number; next: number } {
  let at = start;
  while (at < text.length) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const next = Math.min(end + 1, text.length);
    if (text.slice(at, end).trim() === delimiter) return { end: at, next };
    at = next;
  }
  return { end: text.length, next: text.length };
}
