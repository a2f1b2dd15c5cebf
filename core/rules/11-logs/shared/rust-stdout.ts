import type { FileEdit } from '../../../rule';
import type { Range } from '../../../text';

/**
 * Stdout in place of what opens a log file: the function that gives it where a maker of writers is asked for, itself
 * where a writer is; with the `?` or `unwrap()` that took what went wrong.
 */
export function rustStdout(path: string, text: string, range: Range, known?: string): FileEdit[] | undefined {
  const before = text.slice(Math.max(0, range.start - 60), range.start);
  const tail = /^(?:\?|\s{0,40}\.(?:unwrap|expect)\((?:"[^"\n]{0,200}")?\))/.exec(
    text.slice(range.end, range.end + 260),
  );
  const edited: Range = { start: range.start, end: range.end + (tail?.[0].length ?? 0) };
  if (known !== undefined) return [{ path, range: edited, newText: known }];
  if (/with_writer\(\s*$/.test(before)) return [{ path, range: edited, newText: 'std::io::stdout' }];
  const isWriter =
    /(?:non_blocking|NonBlocking::new|chain)\(\s*$/.test(before) || text.includes('non_blocking(');
  return isWriter ? [{ path, range: edited, newText: 'std::io::stdout()' }] : undefined;
}
