import { eolOf, type TextEdit } from '../../text';

const BLANK = /(?:\s|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/y;
const DIRECTIVE = /(["'])use [a-z ]+\1[ \t]*;?[ \t]*(?:\/\/[^\r\n]*)?(?:\r?\n|$)/y;
const MODULE = /^[ \t]*(?:import\b(?![ \t]*[(.])|export\b)/m;

/** The edit that loads `.env` with `dotenv` before anything else, past shebang and directives such as `'use strict'`. */
export function loaderEdit(text: string): TextEdit {
  const at = afterDirectives(text);
  const eol = eolOf(text);
  const line = MODULE.test(text) ? "import 'dotenv/config';" : "require('dotenv').config();";
  const open = at > 0 && !/[\n\ufeff]/.test(text.charAt(at - 1)) ? eol : '';
  return { range: { start: at, end: at }, newText: `${open}${line}${eol}` };
}

/** Where code starts: past shebang and directives such as `'use strict'`. */
export function afterDirectives(text: string): number {
  let after = text.startsWith('\ufeff') ? 1 : 0;
  if (text.startsWith('#!')) after = text.includes('\n') ? text.indexOf('\n') + 1 : text.length;
  for (let end = after; end > -1; ) {
    after = end;
    end = endOf(DIRECTIVE, text, endOf(BLANK, text, end));
  }
  return after;
}

/** Where the match of a sticky pattern ends that starts at `from`; -1 without one. */
function endOf(pattern: RegExp, text: string, from: number): number {
  const sticky = new RegExp(pattern);
  sticky.lastIndex = from;
  return sticky.test(text) ? sticky.lastIndex : -1;
}
