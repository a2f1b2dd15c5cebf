import type { Range } from '../text';
import { parseEnv } from './parse';
import { endsLine } from './scan';

/** A comment that is one long word may be a value, or a line of one; the address of a web page is none. */
const LONG_WORD = 20;
const PAGE = /^https?:\/\/[^\s:@]+$/;
const SETTING = /^#+[ \t]*(?=(?:export[ \t]+)?[\w.-]+[ \t]*=|[\w.-]+:[ \t])/;

/**
 * What of an env file must not be seen over a shoulder: all behind a name and its sign, also where it is commented
 * out, and lines that are no entries at all. Names and the words of comments stay readable. In order, none empty.
 */
export function maskedRanges(text: string): Range[] {
  const { entries, comments, problems } = parseEnv(text);
  const values = entries.map(({ valueRange }) => toLineEnd(text, valueRange));
  const strays = problems.filter(({ code }) => code === 'malformed').map(({ range }) => range);
  const commented = comments.flatMap((comment) => inComment(text, comment));
  return joined([...values, ...strays, ...commented].filter(({ start, end }) => start < end));
}

/** A `#` in a value without quotes may be a part of it, so the rest of its line goes with it. */
function toLineEnd(text: string, { start, end }: Range): Range {
  if (start === end) return { start, end };
  let at = end;
  while (at < text.length && !endsLine(text.charCodeAt(at)) && text[at] !== '\r') at++;
  while (at > end && isBlank(text.charCodeAt(at - 1))) at--;
  return { start, end: at };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function inComment(text: string, { start, end }: Range): Range[] {
  const comment = text.slice(start, end).trimEnd();
  const word = comment.replace(/^#+[ \t]*/, '');
  if (word.length >= LONG_WORD && !/[\s=]/.test(word) && !PAGE.test(word))
    return [{ start: start + comment.length - word.length, end: start + comment.length }];
  const sign = SETTING.exec(comment)?.[0].length;
  if (sign === undefined) return [];
  const [entry] = parseEnv(comment.slice(sign)).entries;
  const from = entry && entry.valueRange.start < entry.valueRange.end ? entry.valueRange.start : undefined;
  return from === undefined ? [] : [{ start: start + sign + from, end: start + comment.length }];
}

/** In the order of their places; what overlaps becomes one. */
function joined(ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && range.start < last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else out.push(range);
  }
  return out;
}
