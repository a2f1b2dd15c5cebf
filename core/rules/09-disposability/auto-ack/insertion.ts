import type { Range } from '../../../text';

/** The call that takes the messages, or the option of it that is at fault. */
export interface Call {
  readonly text: string;
  readonly range: Range;
  /** The callee without its last name: the channel. */
  readonly on: string;
  readonly args: readonly Range[];
  readonly eol: string;
}

export type Write = (call: Call) => readonly Insertion[] | undefined;
export type Insertion = readonly [at: number, text: string];

export const textOf = ({ text }: Call, range: Range | undefined): string =>
  range ? text.slice(range.start, range.end) : '';

/** A statement at the end of a block of braces, at the indent of what stands there. */
export function lastIn({ text, eol }: Call, body: Range, statement: string): Insertion {
  const inside = text.slice(body.start + 1, body.end - 1);
  const outer = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', body.end - 2) + 1, body.end))?.[0] ?? '';
  const indent = /\n([ \t]+)\S/.exec(inside)?.[1];
  if (indent === undefined) {
    const at = body.start + 1 + inside.trimEnd().length;
    return [
      at,
      `${/;\s*$/.test(inside) || inside.trim() === '' ? '' : ';'} ${statement}${/\s$/.test(inside) ? '' : ' '}`,
    ];
  }
  const at = body.start + 1 + inside.trimEnd().length;
  return [at, `${eol}${indent || outer}${statement}`];
}
