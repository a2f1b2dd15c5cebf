import type { Range } from '../text';
import type { EnvEntry } from './env-file';
import { endsLine, isSpace } from './scan';

/** A value as `dotenv` reads it, and where it stands. */
export interface ReadValue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly quote: EnvEntry['quote'];
  readonly comment: Range | undefined;
  /** Where the scan goes on. */
  readonly past: number;
}

type Quote = NonNullable<EnvEntry['quote']>;

const BACKSLASH = 92;
const HASH = 35;

/** Reads the value that starts behind a `=` or `: ` at `start`, in a text whose line breaks are all `\n`. */
export function readValue(source: string, start: number): ReadValue {
  let first = start;
  while (isSpace(source.charCodeAt(first))) first++;
  const quote = asQuote(source[first]);
  const close = quote === undefined ? -1 : closingQuote(source, first, quote);
  if (quote === undefined || close < 0) return bareValue(source, start);
  const comment = commentAt(source, skipLineSpace(source, close + 1));
  return {
    text: expanded(source.slice(first + 1, close), quote),
    start: first,
    end: close + 1,
    quote,
    comment,
    past: comment?.end ?? close + 1,
  };
}

function asQuote(char: string | undefined): Quote | undefined {
  return char === '"' || char === "'" || char === '`' ? char : undefined;
}

/**
 * The quote that closes the one at `open`: the next one, those behind a backslash counting only where no other will
 * do, and none where more than a comment follows it in its line. The scan ends at the first quote without a
 * backslash, which every opening quote is, so the scans of a text do not overlap.
 */
function closingQuote(source: string, open: number, quote: Quote): number {
  let found = -1;
  for (let at = source.indexOf(quote, open + 1); at >= 0; at = source.indexOf(quote, at + 1)) {
    if (closes(source, at)) found = at;
    if (source.charCodeAt(at - 1) !== BACKSLASH) break;
  }
  return found;
}

function closes(source: string, at: number): boolean {
  const next = skipLineSpace(source, at + 1);
  return next >= source.length || endsLine(source.charCodeAt(next)) || source.charCodeAt(next) === HASH;
}

function skipLineSpace(source: string, start: number): number {
  let at = start;
  while (isSpace(source.charCodeAt(at)) && !endsLine(source.charCodeAt(at))) at++;
  return at;
}

function commentAt(source: string, start: number): Range | undefined {
  if (source.charCodeAt(start) !== HASH) return undefined;
  let end = start;
  while (end < source.length && !endsLine(source.charCodeAt(end))) end++;
  return { start, end };
}

/** An unquoted value: up to a `#` or the line's end, without the blanks around it. */
function bareValue(source: string, start: number): ReadValue {
  let stop = start;
  while (stop < source.length && source[stop] !== '\n' && source.charCodeAt(stop) !== HASH) stop++;
  let [from, end] = [start, stop];
  while (from < end && isSpace(source.charCodeAt(from))) from++;
  while (end > from && isSpace(source.charCodeAt(end - 1))) end--;
  if (from === end) [from, end] = [start, start];
  const comment = commentAt(source, stop);
  const raw = source.slice(from, end);
  const quote = asQuote(raw[0]);
  const whole = quote !== undefined && raw.length > 1 && raw.endsWith(quote);
  const text =
    raw.includes('\u2028') || raw.includes('\u2029') ? unquotedLines(raw) : whole ? raw.slice(1, -1) : raw;
  return {
    text: expanded(text, quote),
    start: from,
    end,
    quote: whole ? quote : undefined,
    comment,
    past: comment?.end ?? stop,
  };
}

function expanded(text: string, quote: Quote | undefined): string {
  return quote === '"' ? text.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : text;
}

/**
 * `dotenv` removes the quotes around a value with `^` and `$`, which U+2028 and U+2029 satisfy: from each line's start
 * on, a quote there pairs with the last such quote at any line's end.
 */
function unquotedLines(raw: string): string {
  const last = new Map<string, number>();
  for (let at = 0; at < raw.length; at++) {
    if (at + 1 === raw.length || endsLine(raw.charCodeAt(at + 1))) last.set(raw.charAt(at), at);
  }
  let out = '';
  for (let at = 0; at < raw.length; at++) {
    const starts = at === 0 || endsLine(raw.charCodeAt(at - 1));
    const close = starts && asQuote(raw[at]) ? (last.get(raw.charAt(at)) ?? -1) : -1;
    out += close > at ? raw.slice(at + 1, close) : raw.charAt(at);
    if (close > at) at = close;
  }
  return out;
}
