import { importEdit } from '../../../languages/shared/python-edits';
import type { FileEdit, Finding, Fix, Fixer } from '../../../rule';
import { closingAt } from '../../09-disposability/shared/texts';
import { rustStdout } from '../shared/rust-stdout';

const TITLE = 'Write to stdout';
/** What ends a whole statement. */
const END = /^\s{0,20}(?:$|[\r\n;])/;

const suggestion = (edits: readonly FileEdit[]): Fix[] => [{ title: TITLE, kind: 'suggestion', edits }];

/** What the variable of an opened file is: the text before, and whether somebody closes what it would be now. */
function nameBefore(text: string, at: number, assign: RegExp): string | undefined {
  const name = assign.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[1];
  return name === undefined || text.includes(`${name}.close`) || text.includes(`${name}.Close`)
    ? undefined
    : name;
}

/** Stdout in place of a log file that is opened, where what is written to it goes on as it is. */
export const toOpenStdout: Fixer = ({ path, range, breach }: Finding, text) => {
  switch (breach.repair?.opened) {
    case 'python':
      return python(path, text, range.start, range.end);
    case 'ruby':
      return ruby(path, text, range.start, range.end);
    case 'rust': {
      const edits = rustStdout(path, text, range, 'std::io::stdout()');
      // Without what takes the error, what comes behind expects one.
      const isTaken = (edits?.[0]?.range.end ?? range.end) > range.end;
      return edits && isTaken ? suggestion(edits) : [];
    }
    case 'java': {
      const { start, end } = breach.repair;
      if (typeof start !== 'number' || typeof end !== 'number' || start < range.start || end > range.end)
        return [];
      return suggestion([{ path, range, newText: `System.out.print(${text.slice(start, end)})` }]);
    }
    default:
      return [];
  }
};

/** `with` closes what it is given, so stdout is lent to it. */
function python(path: string, text: string, start: number, end: number): Fix[] {
  const isWith = /\bwith\s{1,4}$/.test(text.slice(Math.max(0, start - 20), start));
  const isBytes = /["'](?:a\+?b|ab\+?)["']/.test(text.slice(start, end));
  const stdout = isBytes ? 'sys.stdout.buffer' : 'sys.stdout';
  const isKept =
    nameBefore(text, start, /^[ \t]{0,80}([A-Za-z_]\w{0,60}) = $/) !== undefined &&
    END.test(text.slice(end, end + 30));
  const isPrint =
    /\bfile=$/.test(text.slice(Math.max(0, start - 10), start)) &&
    /^\s{0,20}\)/.test(text.slice(end, end + 30));
  if (!isWith && !isKept && !isPrint) return [];
  const modules = isWith ? ['contextlib', 'sys'] : ['sys'];
  const imports = modules.flatMap((module) => importEdit(text, module) ?? []);
  const newText = isWith ? `contextlib.nullcontext(${stdout})` : stdout;
  return suggestion([
    { path, range: { start, end }, newText },
    ...imports.map((edit) => ({ path, ...edit })),
  ]);
}

/** A block is handed stdout as it was the file. */
function ruby(path: string, text: string, start: number, end: number): Fix[] {
  const open = /^[\w:.]{1,40}\(/.exec(text.slice(start, start + 60))?.[0].length;
  const close = open === undefined ? undefined : closingAt(text, start + open - 1, end);
  if (close === undefined) return [];
  const isBlock = /^\s{0,4}(?:\{|do\b)/.test(text.slice(close, close + 20));
  const isKept =
    nameBefore(text, start, /^[ \t]{0,80}([@A-Za-z_]\w{0,60}) = $/) !== undefined &&
    END.test(text.slice(close, close + 30));
  if (!isBlock && !isKept) return [];
  return suggestion([{ path, range: { start, end: close }, newText: isBlock ? '$stdout.tap' : '$stdout' }]);
}
