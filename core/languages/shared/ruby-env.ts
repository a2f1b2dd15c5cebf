import type { EnvRead } from '../../facts/fact';
import { goesOn, readOf, startOf, type Tolerance } from './env-scan';
import { settings } from './ruby-env-settings';
import { COMMENT, lineBefore } from './ruby-imports';

const READ = /\bENV(?:\[[ \t]*|\.(fetch|key\?|has_key\?|include\?|member\?|dig)[ \t(]+)(["'])(\w+)\2/g;
const LIST =
  /\bENV\.(values_at|slice|fetch_values|filter_map)[ \t(]+((?:["']\w+["'][, \t\n]*)+)|\b(?:Dotenv|Figaro)\.require_keys[ \t(]+((?:["']\w+["'][, \t\n]*)+)/g;
const FIGARO = /\bFigaro\.env\.([a-z]\w*)(!?)/g;
const TOLERANCE: Tolerance = {
  after:
    /^\][ \t]{0,9}(?:\|\||&&|\?|[!=]=|=~|or\b|and\b|&?\.(?:present|blank|nil|empty|to_|presence|try|split)|&\.)|^\][ \t]{0,9}\)?[ \t]{0,9}(?:\?|$)/,
  before: /\b(?:if|elsif|unless|while|and)[ \t]+\(?$|&&[ \t]*$|!!$/,
  missing: /(?<!!)![ \t]*$/,
};
const TEST = /^(?:key\?|has_key\?|include\?|member\?|dig)$/;

/** Reads of variables as a Ruby text shows them. */
export function readEnvReads(text: string): EnvRead[] {
  if (!/\bENV\b|Figaro|Dotenv|ENVied|Anyway|Hanami/.test(text)) return [];
  const reads: EnvRead[] = [];
  for (const match of text.matchAll(READ)) {
    const [, method, , name = ''] = match;
    const end = match.index + match[0].length;
    const isWritten = /^[ \t]*\][ \t]*=(?![=~>])/.test(text.slice(end, end + 20));
    if (isWritten || COMMENT.test(lineBefore(text, match.index))) continue;
    const isGiven =
      method === 'fetch' && /^[ \t]{0,9}(?:,|\)?[ \t]{0,9}(?:\{|do\b))/.test(text.slice(end, end + 20));
    const isTested = method !== undefined && TEST.test(method);
    const hasDefault = isGiven || isTested || (method === undefined && tolerates(text, match.index, end));
    reads.push(readOf(name, end - 1 - name.length, hasDefault));
  }
  return [...reads, ...lists(text), ...settings(text)].sort((a, b) => a.range.start - b.range.start);
}

/** A value that is only asked for on a line of its own condition: `puts x if ENV["X"]`. */
function tolerates(text: string, start: number, end: number): boolean {
  const line = text.slice(end, end + 160).split('\n')[0] ?? '';
  const isLast = /^\][ \t]*\)?$/.test(line);
  return !isLast || /\b(?:if|unless|while|and|&&)[ \t]+\(?$/.test(text.slice(Math.max(0, start - 12), start))
    ? goesOn(text, start, end, TOLERANCE)
    : false;
}

function lists(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  for (const match of text.matchAll(LIST)) {
    const part = match[2] ?? match[3] ?? '';
    const from = match.index + match[0].length - part.length;
    const hasDefault = match[1] !== undefined && match[1] !== 'fetch_values';
    for (const one of part.matchAll(/\w+/g)) reads.push(readOf(one[0], from + one.index, hasDefault));
  }
  for (const match of text.matchAll(FIGARO)) {
    const name = match[1] ?? '';
    const start = startOf(match, name);
    const read = readOf(name.toUpperCase(), start, match[2] !== '!');
    reads.push({ ...read, derived: true });
  }
  return reads;
}
