import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { parseCommand } from '../procfile/command';
import { commandOfWords } from '../procfile/map-command';
import type { Command, Word } from '../procfile/procfile';
import type { Range } from '../text';
import { reading } from './reading';

/** Reads what stands behind `CMD`, `ENTRYPOINT` or `RUN`: exec form word by word, shell form as the shell would. */
export function readDockerCommand(
  text: string,
  range: Range,
  escapeChar: string,
): { command: Command; exec: boolean } {
  const written = text.slice(range.start, range.end);
  if (written.startsWith('<<')) return { command: heredoc(written, range.start), exec: false };
  const joined = written.includes('<<') ? written : joinLines(written, escapeChar);
  const words = joined.startsWith('[') ? execWords(joined, range.start) : undefined;
  if (words) return { command: commandOfWords(joined, range, words), exec: true };
  return { command: parseCommand(joined, range.start), exec: false };
}

/** The words of a JSON array of strings; undefined for anything else, which Docker hands to the shell. */
function execWords(text: string, start: number): Word[] | undefined {
  const errors: ParseError[] = [];
  const read = reading(() => parseTree(text, errors, { disallowComments: true }));
  const root = 'value' in read ? read.value : undefined;
  const items = root?.type === 'array' ? (root.children ?? []) : undefined;
  if (errors.length > 0 || !items?.every((item) => item.type === 'string')) return undefined;
  return items.map((item) => ({ text: stringIn(item), range: rangeOf(item, start), literal: true }));
}

function stringIn(node: Node): string {
  const value: unknown = node.value;
  return typeof value === 'string' ? value : '';
}

function rangeOf(node: Node, start: number): Range {
  return { start: start + node.offset, end: start + node.offset + node.length };
}

/** `RUN <<EOF`: the shell reads the lines up to the last one. */
function heredoc(written: string, start: number): Command {
  const first = written.indexOf('\n') + 1;
  const last = written.lastIndexOf('\n') + 1;
  return first > 0
    ? parseCommand(written.slice(first, Math.max(first, last)), start + first)
    : parseCommand('', start);
}

/** Blanks out line continuations, and the comments and empty lines between them, so that every offset stays. */
function joinLines(text: string, escapeChar: string): string {
  let out = '';
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found + 1;
    const line = text.slice(start, end);
    const said = line.trimEnd();
    const comment = start > 0 && said.trimStart().startsWith('#');
    if (comment) out += ' '.repeat(line.length);
    else if (said.endsWith(escapeChar))
      out += said.slice(0, -escapeChar.length) + ' '.repeat(line.length - said.length + escapeChar.length);
    else out += said + ' '.repeat(line.length - said.length);
    start = end;
  }
  return out;
}
