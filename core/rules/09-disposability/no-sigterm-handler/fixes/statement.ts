import type { Range } from '../../../../text';
import { eolOf } from '../../../../text';

/** The statement that a call makes up, with what stands around it on its lines. */
export interface Statement {
  readonly call: string;
  readonly indent: string;
  /** Between the indent and the call, and behind the call up to the line's end. */
  readonly before: string;
  readonly after: string;
  /** From behind the indent to the end of the line on which the call ends. */
  readonly range: Range;
  readonly eol: '\n' | '\r\n';
}

/** Reads the lines of a call; undefined where the range is none of the text. */
export function statementAt(text: string, start: number, end: number): Statement | undefined {
  if (start < 0 || end > text.length || end <= start) return undefined;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : text[next - 1] === '\r' ? next - 1 : next;
  const line = text.slice(from, start);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  return {
    call: text.slice(start, end),
    indent,
    before: line.slice(indent.length),
    after: text.slice(end, to),
    range: { start: from + indent.length, end: to },
    eol: eolOf(text),
  };
}

/** Whether a name is used anywhere in a text. */
export function isUsed(name: string, text: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text);
}
