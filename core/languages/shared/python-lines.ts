import type { Range } from '../../text';

const TOKEN = /\\(?:\r\n?|[\s\S])|\r\n?|\n|#[^\r\n]*|"""|'''|["'()[\]{}]/g;

/** The statements of a Python text that start at the left margin, each over all lines that it takes. */
export function topLevelStatements(text: string): Range[] {
  const found: Range[] = [];
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; ) {
    const end = lineEnd(text, at);
    if (!/[\s#]/.test(text.charAt(at))) found.push({ start: at, end });
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return found;
}

/** Where the logical line ends that starts here: strings in three quotes, brackets and backslashes go on. */
export function lineEnd(text: string, start: number): number {
  const token = new RegExp(TOKEN);
  token.lastIndex = start;
  let depth = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match;
    if (found.startsWith('"') || found.startsWith("'")) token.lastIndex = stringEnd(text, match.index, found);
    else if (/^[([{]$/.test(found)) depth++;
    else if (/^[)\]}]$/.test(found)) depth--;
    else if (/^[\r\n]/.test(found) && depth <= 0) return match.index;
  }
  return text.length;
}

function stringEnd(text: string, start: number, quote: string): number {
  for (let at = start + quote.length; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
    else if (quote.length === 1 && (text[at] === '\n' || text[at] === '\r')) return at;
  }
  return text.length;
}
