import type { FileEdit } from '../../../rule';
import type { Range } from '../../../text';
import { closingAt } from '../../09-disposability/shared/texts';

/** What takes what went wrong when a file was opened. */
const TAIL = /^(?:\?|\s{0,40}\.(?:unwrap|expect)\((?:"[^"\n]{0,200}")?\))/;

/**
 * Stdout in place of what opens a log file: the function that gives it where a maker of writers is asked for, itself
 * where a writer is; with the `?` or `unwrap()` that took what went wrong.
 */
export function rustStdout(path: string, text: string, range: Range, known?: string): FileEdit[] | undefined {
  const before = text.slice(Math.max(0, range.start - 60), range.start);
  const tail = TAIL.exec(text.slice(range.end, range.end + 260));
  const edited: Range = { start: range.start, end: range.end + (tail?.[0].length ?? 0) };
  if (known !== undefined) return [{ path, range: edited, newText: known }];
  if (/with_writer\(\s*$/.test(before)) return [{ path, range: edited, newText: 'std::io::stdout' }];
  const isWriter =
    /(?:non_blocking|NonBlocking::new|chain)\(\s*$/.test(before) || text.includes('non_blocking(');
  return isWriter ? [{ path, range: edited, newText: 'std::io::stdout()' }] : undefined;
}

interface Chain {
  /** From the builder to the end of `.build(…)`. */
  readonly range: Range;
  /** The calls between the two, as they are written. */
  readonly calls: readonly string[];
  /** The blank before `.build`. */
  readonly blank: string;
}

/** The chain of calls on a builder, up to the one that builds. */
function chainFrom(text: string, { start, end }: Range): Chain | undefined {
  const calls: string[] = [];
  for (let at = end; calls.length < 20; ) {
    const next = /^(\s{0,200})\.(\w{1,60})\(/.exec(text.slice(at, at + 300));
    if (!next) return undefined;
    const close = closingAt(text, at + next[0].length - 1, Math.min(text.length, at + 4_000));
    if (close === undefined) return undefined;
    if (next[2] === 'build') return { range: { start, end: close }, calls, blank: next[1] ?? '' };
    calls.push(text.slice(at, close));
    at = close;
  }
  return undefined;
}

/** A writer that a builder makes. */
export function rustBuilt(path: string, text: string, range: Range, known?: string): FileEdit[] | undefined {
  const chain = chainFrom(text, range);
  return chain && rustStdout(path, text, chain.range, known);
}

/** log4rs: the console's appender takes the same encoder, and nothing can go wrong when it is built. */
export function log4rsConsole(path: string, text: string, range: Range): FileEdit[] | undefined {
  const chain = chainFrom(text, range);
  const end = chain?.range.end ?? 0;
  const tail = TAIL.exec(text.slice(end, end + 260))?.[0];
  if (!chain || tail === undefined) return undefined;
  const kept = chain.calls.filter((one) => !/^\s*\.append\(/.test(one)).join('');
  const newText = `log4rs::append::console::ConsoleAppender::builder()${kept}${chain.blank}.build()`;
  return [{ path, range: { start: range.start, end: end + tail.length }, newText }];
}
