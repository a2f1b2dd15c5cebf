import { trimLines } from '../blanks';
import type { TextEdit } from '../text';
import { parseProcfile } from './parse';
import type { ProcessType } from './procfile';

/**
 * The edits that give a Procfile one blank after each colon, or commands in one column where it aligns them already,
 * no blanks at the ends of lines and a line break at its end. Commands stay as they are, and so do lines that are
 * none of `name: command`.
 */
export function formatProcfile(text: string): TextEdit[] {
  const { processes } = parseProcfile(text);
  const column = alignedColumn(processes);
  const gaps = processes.flatMap(({ nameRange, command }): TextEdit[] => {
    const range = { start: nameRange.end + 1, end: command.range.start };
    const newText = ' '.repeat(column === undefined ? 1 : column - (nameRange.end - nameRange.start) - 1);
    return text.slice(range.start, range.end) === newText ? [] : [{ range, newText }];
  });
  return [...gaps, ...trimLines(text)].sort((a, b) => a.range.start - b.range.start);
}

/** Where commands are to start in their lines; undefined where the Procfile does not align them. */
function alignedColumn(processes: readonly ProcessType[]): number | undefined {
  const columns = new Map<number, Set<number>>();
  let most = 0;
  const counts = new Map<number, number>();
  for (const { nameRange, command } of processes) {
    const column = command.range.start - nameRange.start;
    const length = nameRange.end - nameRange.start;
    columns.set(column, (columns.get(column) ?? new Set()).add(length));
    counts.set(column, (counts.get(column) ?? 0) + 1);
    most = Math.max(most, length);
  }
  const aligned = [...counts].some(
    ([column, count]) => count * 2 > processes.length && (columns.get(column)?.size ?? 0) > 1,
  );
  return aligned ? most + 2 : undefined;
}
