import { trimLines } from '../blanks';
import { applyEdits, type TextEdit } from '../text';
import type { EnvEntry } from './env-file';
import { parseEnv } from './parse';

/**
 * The edits that remove blanks around `=` and at the ends of lines, and end an env file with a line break. What
 * `dotenv` reads stays the same; no edit is given that would change it.
 */
export function formatEnv(text: string): TextEdit[] {
  const { entries } = parseEnv(text);
  const signs = entries.flatMap((entry): TextEdit[] => {
    const range = { start: entry.nameRange.end, end: entry.valueRange.start };
    const between = text.slice(range.start, range.end);
    return between !== '=' && /^[ \t]*=[ \t]*$/.test(between) ? [{ range, newText: '=' }] : [];
  });
  const trims = trimLines(text, (offset) => isInValue(offset, entries));
  const edits = [...signs, ...trims].sort((a, b) => a.range.start - b.range.start);
  return edits.length === 0 || saysTheSame(text, edits) ? edits : [];
}

/** Whether a text with some of its edits is read as without them. */
export function saysTheSame(text: string, edits: readonly TextEdit[]): boolean {
  const before = parseEnv(text);
  const after = parseEnv(applyEdits(text, edits));
  return (
    before.entries.length === after.entries.length &&
    before.problems.length === after.problems.length &&
    before.comments.length === after.comments.length &&
    before.entries.every((entry, at) => isSame(entry, after.entries[at]))
  );
}

function isSame(a: EnvEntry, b: EnvEntry | undefined): boolean {
  return (
    b !== undefined &&
    a.name === b.name &&
    a.value.equals(b.value) &&
    a.quote === b.quote &&
    a.exported === b.exported
  );
}

/** Entries stand in the order of their places. */
function isInValue(offset: number, entries: readonly EnvEntry[]): boolean {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.valueRange.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return offset < (entries[low - 1]?.valueRange.end ?? 0);
}
