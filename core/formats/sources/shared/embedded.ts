import { parseCommand } from '../../../procfile/command';
import { commandOfWords, mapCommand } from '../../../procfile/map-command';
import type { Command } from '../../../procfile/procfile';
import type { Range } from '../../../text';

/** A value that stands in a document, and where; the text of the document may write it with escapes or indentation. */
export interface Embedded {
  readonly value: string;
  readonly range: Range;
}

/** Reads a value as a shell would, with the ranges of its parts in the document. */
export function shellCommand(text: string, { value, range }: Embedded): Command {
  if (text.slice(range.start, range.end) === value) return parseCommand(value, range.start);
  const to = offsetsOf(text, { value, range });
  return { ...mapCommand(parseCommand(value), to), range };
}

/** A list of words that no shell reads. */
export function execCommand(text: string, words: readonly Embedded[], range: Range): Command {
  const read = words.map(({ value, range: place }) => ({ text: value, range: place, literal: true }));
  return commandOfWords(text.slice(range.start, range.end), range, read);
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '0': '\0',
  e: '\u001b',
  a: '\u0007',
  v: '\v',
  ' ': ' ',
  '/': '/',
  '"': '"',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
};

/**
 * Where each character of a value stands in the document. Follows both from their start: what stands in the document
 * only is an escape's sign, an indentation, a doubled quote or a line break that the format folds.
 */
export function offsetsOf(text: string, { value, range }: Embedded): (offset: number) => number {
  const places = new Int32Array(value.length + 1).fill(range.end);
  let at = range.start;
  for (let index = 0; index < value.length; index++) {
    const char = value.charAt(index);
    if (isBlank(char)) {
      places[index] = Math.min(at, range.end);
      at = afterBlank(text, at, range.end, char);
      continue;
    }
    at = findNext(text, at, range.end, char);
    places[index] = Math.min(at, range.end);
    at += text[at] === char ? 1 : escapeLength(text, at);
  }
  return (offset) => places[Math.max(0, Math.min(offset, value.length))] ?? range.end;
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\n' || char === '\t' || char === '\r';
}

/** A blank of the value may be written as an escape, or be a line break with the indentation that follows it. */
function afterBlank(text: string, start: number, end: number, char: string): number {
  let at = start;
  while (at < end && text[at] === '\r') at++;
  if (text[at] === char) return at + 1;
  if (text[at] === '\\' && decoded(text, at) === char) return at + escapeLength(text, at);
  while (at < end && isBlank(text.charAt(at))) {
    at++;
    if (text[at - 1] === char) return at;
  }
  return at;
}

function findNext(text: string, start: number, end: number, char: string): number {
  for (let at = start; at < end; at++) {
    if (text[at] === char || (text[at] === '\\' && decoded(text, at) === char)) return at;
  }
  return end;
}

/** What a backslash and what follows it stand for in JSON and in YAML's double quotes. */
function decoded(text: string, at: number): string | undefined {
  const sign = text[at + 1] ?? '';
  const length = escapeLength(text, at);
  if (length === 2) return ESCAPES[sign];
  const code = Number.parseInt(text.slice(at + 2, at + length), 16);
  return Number.isNaN(code) || code > 0xffff ? undefined : String.fromCharCode(code);
}

function escapeLength(text: string, at: number): number {
  const sign = text[at + 1];
  return sign === 'u' ? 6 : sign === 'x' ? 4 : sign === 'U' ? 10 : 2;
}
