import { HOLE } from '../../../facts/fact';
import type { TextCheck } from '../../../rule';
import { started, toolOfLine } from './started';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };
const LONGEST = 400;

/** What Ruby and PHP hand to the shell between backticks, and Ruby in `%x(…)`. */
export const backticks: TextCheck = {
  literals: ['`', '%x'],
  find(text, at, literal) {
    const open = literal === '`' ? '`' : text[at + 2];
    const start = literal === '`' ? at : at + 3;
    if (open === undefined || /[\w\s]/.test(open)) return undefined;
    // The shell's own word for a program: what a template of JavaScript starts with is mostly none.
    const from = literal === '`' ? start + 1 : start;
    if (
      !/^[ \t]{0,4}(?:sudo |\/usr\/bin\/|\/bin\/)?[a-z][\w.-]{1,20}[ \t`)\]}]/.test(
        text.slice(from, from + 60),
      )
    )
      return undefined;
    const end = text.indexOf(CLOSING[open] ?? open, from);
    if (end < 0 || end - from > LONGEST) return undefined;
    const line = text.slice(from, end).replace(/#\{[^}]{0,200}\}|\{?\$\w[\w>[\]'-]{0,80}\}?/g, HOLE);
    const tool = toolOfLine(line);
    return tool && { range: { start: at, end: end + 1 }, about: line };
  },
  breach: ({ range, about }, place, file, app) => {
    const isShell = file.family === 'ruby' || file.family === 'php';
    if (!isShell || !place || place.string || place.inComment) return undefined;
    return started({ range }, toolOfLine(about), file, app);
  },
};
