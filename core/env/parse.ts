import { Secret } from '../secret';
import type { Range } from '../text';
import type { EnvEntry, EnvFile, EnvProblem } from './env-file';
import { isNameCode, isSpace, Scan } from './scan';
import { type ReadValue, readValue } from './value';

/**
 * Reads an env file. Names and values are those of the `dotenv` package (version 18), entry by entry, and each has its
 * range; lines that `dotenv` passes over silently are problems. Linear in the text, and never throws.
 */
export function parseEnv(text: string): EnvFile {
  const { source, toOriginal } = normalized(text);
  const entries: EnvEntry[] = [];
  const comments: Range[] = [];
  const problems: EnvProblem[] = [];
  const range = (start: number, end: number): Range => ({ start: toOriginal(start), end: toOriginal(end) });
  const scan = new Scan(source);
  while (scan.skipSpace() < source.length) {
    if (scan.code() === HASH) {
      const start = scan.at;
      comments.push(range(start, scan.skipLine()));
      continue;
    }
    const head = readHead(scan);
    if (head === undefined) {
      problems.push(malformed(scan, range));
      continue;
    }
    const value = readValue(source, head.valueStart);
    scan.at = value.past;
    entries.push(toEntry(source, head, value, range));
    if (value.comment) comments.push(range(value.comment.start, value.comment.end));
  }
  return { entries, comments, problems: [...problems, ...duplicates(entries)] };
}

const HASH = 35;
const COLON = 58;
const EQUALS = 61;

/** What stands before a value. */
interface Head {
  readonly start: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly exported: boolean;
}

/** Reads `export NAME =` or `NAME: `; where neither stands here, moves nothing and gives undefined. */
function readHead(scan: Scan): Head | undefined {
  const { source, at: start } = scan;
  const exported = skipExport(source, start);
  const nameStart = exported ?? start;
  let nameEnd = nameStart;
  while (isNameCode(source.charCodeAt(nameEnd))) nameEnd++;
  if (nameEnd === nameStart) return undefined;
  let at = nameEnd;
  while (isSpace(source.charCodeAt(at))) at++;
  let valueStart = -1;
  if (source.charCodeAt(at) === EQUALS) valueStart = at + 1;
  else if (source.charCodeAt(nameEnd) === COLON && isSpace(source.charCodeAt(nameEnd + 1)))
    valueStart = nameEnd + 2;
  if (valueStart < 0) return undefined;
  return { start, nameStart, nameEnd, valueStart, exported: exported !== undefined };
}

/** Where the name after `export` starts, which may be a line below; undefined where `export` is itself the name. */
function skipExport(source: string, start: number): number | undefined {
  let at = start + 'export'.length;
  if (!source.startsWith('export', start) || !isSpace(source.charCodeAt(at))) return undefined;
  while (isSpace(source.charCodeAt(at))) at++;
  return isNameCode(source.charCodeAt(at)) ? at : undefined;
}

/** Names what is wrong with the line at `scan` and moves past it. Says nothing of its text: it may be a value. */
function malformed(scan: Scan, range: (start: number, end: number) => Range): EnvProblem {
  const start = scan.at;
  let end = scan.skipLine();
  while (end > start && isSpace(scan.source.charCodeAt(end - 1))) end--;
  const equals = scan.source.slice(start, end).includes('=');
  const message = equals
    ? 'Write the name with letters, digits, `_`, `-` and `.` only: this line is ignored.'
    : 'Write this line as `NAME=value`, or start it with `#`: it is ignored.';
  return { code: 'malformed', range: range(start, end), message };
}

function toEntry(
  source: string,
  head: Head,
  value: ReadValue,
  range: (start: number, end: number) => Range,
): EnvEntry {
  return {
    name: source.slice(head.nameStart, head.nameEnd),
    nameRange: range(head.nameStart, head.nameEnd),
    value: new Secret(value.text),
    valueRange: range(value.start, value.end),
    quote: value.quote,
    exported: head.exported,
    range: range(head.start, value.end),
  };
}

function duplicates(entries: readonly EnvEntry[]): EnvProblem[] {
  const seen = new Set<string>();
  const problems: EnvProblem[] = [];
  for (const { name, nameRange } of entries) {
    if (seen.has(name)) {
      const message = `\`${name}\` is already set above, and the last value counts: remove one of them.`;
      problems.push({ code: 'duplicate', range: nameRange, message });
    }
    seen.add(name);
  }
  return problems;
}

/** `dotenv` reads each line break as `\n`; offsets are turned back into those of the text as it is. */
function normalized(text: string): { source: string; toOriginal: (offset: number) => number } {
  if (!text.includes('\r')) return { source: text, toOriginal: (offset) => offset };
  const removed: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2))
    removed.push(at - removed.length);
  const source = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  return { source, toOriginal: (offset) => offset + countBelow(removed, offset) };
}

/** How many of the ascending `values` are less than `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
