import type { Range } from '../../../text';

const BLANK = /[ \t\f\v\u00a0\ufeff]/;

/** The lines of a text without their endings `\n`, `\r\n` or `\r`. */
export function* linesOf(text: string): Generator<Range> {
  const ending = /\r\n?|\n/g;
  let start = 0;
  for (let match = ending.exec(text); match; match = ending.exec(text)) {
    yield { start, end: match.index };
    start = ending.lastIndex;
  }
  yield { start, end: text.length };
}

/** A range without the blanks and line endings at its two ends. */
export function trimmed(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (from < to && isBlank(text, from)) from++;
  while (to > from && isBlank(text, to - 1)) to--;
  return { start: from, end: to };
}

function isBlank(text: string, at: number): boolean {
  const character = text[at] ?? '';
  return character === '\n' || character === '\r' || BLANK.test(character);
}

/**
 * A range without a comment at its end that starts, after a blank and outside of quotes, with one of these signs. A
 * value may well start with `#`.
 */
export function withoutComment(text: string, range: Range, signs: string): Range {
  const unclosed = new Set<string>();
  const written = text.slice(0, range.end);
  for (let at = range.start; at < range.end; at++) {
    const character = written[at] ?? '';
    const isColour = character === '#' && at === range.start;
    if ((character === '"' || character === "'") && !unclosed.has(character)) {
      const close = written.indexOf(character, at + 1);
      if (close < 0) unclosed.add(character);
      else at = close;
    } else if (signs.includes(character) && !isColour && BLANK.test(written[at - 1] ?? '')) {
      return trimmed(written, { start: range.start, end: at });
    }
  }
  return range;
}

/** A range without the quotes around it; as it is where they do not belong together. */
export function withoutQuotes(text: string, { start, end }: Range): Range {
  const quote = text[start];
  if ((quote !== '"' && quote !== "'") || end - start < 2 || text[end - 1] !== quote) return { start, end };
  const close = text.indexOf(quote, start + 1);
  return close === end - 1 ? { start: start + 1, end: end - 1 } : { start, end };
}
