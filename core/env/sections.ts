import { LineIndex, type Range } from '../text';
import type { EnvEntry, EnvFile } from './env-file';
import { parseEnv } from './parse';

/** A run of comments on lines of their own. Commented-out settings are part of it. */
export interface CommentRun {
  /** Zero-based lines, both included. */
  readonly first: number;
  readonly last: number;
  readonly range: Range;
  /** What stands between the run's first signs; undefined where it would show a setting, and so a value. */
  readonly title: string | undefined;
}

/** What stands below a heading: a run of comments at the file's start or after an empty line, and its entries. */
export interface EnvSection {
  readonly heading: CommentRun;
  readonly entries: readonly EnvEntry[];
  /** Zero-based, that of the last entry's end. */
  readonly last: number;
}

export interface EnvOutline {
  readonly runs: readonly CommentRun[];
  /** Entries above the first heading. */
  readonly loose: readonly EnvEntry[];
  readonly sections: readonly EnvSection[];
}

/** How an env file is laid out by its comments. */
export function outlineEnv(text: string): EnvOutline {
  const file = parseEnv(text);
  const lines = new LineIndex(text);
  const runs = commentRuns(text, file, lines);
  const headings = runs.filter(
    ({ first, title }) => title !== undefined && startsSection(text, lines, first),
  );
  const loose: EnvEntry[] = [];
  const grouped = new Map<CommentRun, EnvEntry[]>();
  let next = 0;
  for (const entry of file.entries) {
    while ((headings[next]?.range.start ?? Number.POSITIVE_INFINITY) < entry.range.start) next++;
    const heading = headings[next - 1];
    if (!heading) loose.push(entry);
    else if (grouped.has(heading)) grouped.get(heading)?.push(entry);
    else grouped.set(heading, [entry]);
  }
  const sections = [...grouped].map(([heading, entries]): EnvSection => {
    const end = Math.max(...entries.map(({ range }) => range.end));
    return { heading, entries, last: lines.positionAt(end).line };
  });
  return { runs, loose, sections };
}

function commentRuns(text: string, { comments }: EnvFile, lines: LineIndex): CommentRun[] {
  const own = comments.filter(({ start }) => isFirstInLine(text, lines, start));
  const groups: Range[][] = [];
  for (const range of own) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const follows = last && lines.positionAt(last.start).line + 1 === lines.positionAt(range.start).line;
    if (group && follows) group.push(range);
    else groups.push([range]);
  }
  return groups.map((group) => {
    const range = { start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 };
    return {
      first: lines.positionAt(range.start).line,
      last: lines.positionAt(range.end).line,
      range,
      title: group.map(({ start, end }) => titleOf(text.slice(start, end))).find((one) => one !== ''),
    };
  });
}

function isFirstInLine(text: string, lines: LineIndex, offset: number): boolean {
  const start = lines.lineStart(lines.positionAt(offset).line);
  return text.slice(start, offset).trim() === '';
}

/** At the file's start, or after an empty line. */
function startsSection(text: string, lines: LineIndex, line: number): boolean {
  return line === 0 || text.slice(lines.lineStart(line - 1), lines.lineStart(line)).trim() === '';
}

/** The words of a heading without its ornaments, up to a colon. A setting commented out has none. */
function titleOf(comment: string): string {
  const words = comment.replace(/^[#\s=*~-]+|(?<![#\s=*~-])[#\s=*~-]+$/g, '');
  return words.includes('=') ? '' : words.replace(/(?<!\s)\s*:.*$/s, '');
}
