import { parseCommand } from '../procfile/command';
import type { Word } from '../procfile/procfile';
import type { Range } from '../text';

/** Where in a Procfile something is being typed. */
export type Place =
  /** A process type at the start of a line; `rest` tells whether its colon is there already. */
  | { readonly kind: 'type'; readonly range: Range; readonly hasColon: boolean }
  | {
      readonly kind: 'word';
      readonly type: string;
      /** The words of the simple command before the cursor's own. */
      readonly before: readonly Word[];
      /** The cursor's own word, as far as it is typed. */
      readonly range: Range;
      readonly typed: string;
      /** Whether the command of the line begins with this word. */
      readonly isFirst: boolean;
    };

/** Longer lines were hardly typed. */
const LONGEST_LINE = 4_000;
const WORD_ENDS = new Set(' \t\v\f;&|<>()"\'`');

/** Undefined in comments, in quotes, and where a variable's name is being typed. */
export function placeAt(text: string, offset: number): Place | undefined {
  const lineStart = lineStartOf(text, offset);
  if (offset < lineStart || offset - lineStart > LONGEST_LINE) return undefined;
  const lead = text.slice(lineStart, offset);
  if (/^[\w-]*$/.test(lead)) {
    const rest = /^[\w-]*/.exec(text.slice(offset, offset + 80))?.[0] ?? '';
    const end = offset + rest.length;
    return { kind: 'type', range: { start: lineStart, end }, hasColon: text[end] === ':' };
  }
  const head = /^([\w-]+):[ \t]*/.exec(lead);
  return head ? wordAt(lead.slice(head[0].length), lineStart + head[0].length, head[1] ?? '') : undefined;
}

function wordAt(command: string, start: number, type: string): Place | undefined {
  let wordStart = command.length;
  while (wordStart > 0 && !WORD_ENDS.has(command.charAt(wordStart - 1))) wordStart--;
  const typed = command.slice(wordStart);
  const before = command.slice(0, wordStart);
  if (isOpen(before) || /\$[\w{]*$/.test(typed) || /(?:^|\s)#/.test(before)) return undefined;
  const last = parseCommand(before).simple.at(-1);
  const words = last && last.operator === undefined ? last.words : [];
  const range = { start: start + before.length, end: start + command.length };
  return { kind: 'word', type, before: words, range, typed, isFirst: before.trim() === '' };
}

/** Whether a quote is open at the end of a text. */
function isOpen(text: string): boolean {
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\' && quote !== "'") at++;
    else if (quote === '' && /["'`]/.test(char)) quote = char;
    else if (char === quote) quote = '';
  }
  return quote !== '';
}

function lineStartOf(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return text[at] === '\ufeff' ? at + 1 : at;
}
