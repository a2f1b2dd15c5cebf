import type { Command } from './procfile';

/** A command as it may be shown: what it gives to variables before its first word is masked. */
export function shownCommand({ text, range, simple }: Command): string {
  let shown = '';
  let at = range.start;
  for (const { valueRange } of simple.flatMap(({ assignments }) => assignments)) {
    if (valueRange.start < at || valueRange.start === valueRange.end) continue;
    shown += `${text.slice(at - range.start, valueRange.start - range.start)}•••`;
    at = valueRange.end;
  }
  return shown + text.slice(at - range.start);
}
