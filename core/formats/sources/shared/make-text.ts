import { parseCommand } from '../../../procfile/command';
import { mapCommand } from '../../../procfile/map-command';
import type { Command } from '../../../procfile/procfile';
import { Unescaped } from '../../../procfile/unescaped';

const EXPANSION = /\$(?:\$|[({]([\w.-]{1,80})([ \t,)}])?|[<^+|%?*@])/y;

/** A line of a recipe as the shell gets it, with ranges where make reads them; `start` is the place of its text. */
export function recipeCommand(text: string, start: number): Command {
  const shell = shellOf(text);
  const to = (offset: number): number => start + shell.to(offset);
  return mapCommand(parseCommand(shell.value), to, (offset) => start + shell.toEnd(offset));
}

/**
 * `$$` is the shell's `$`. A variable of make is written as one of the shell, what `$(shell …)` runs as a substitution,
 * and other functions of make as something that is no command, all in the same length.
 */
function shellOf(text: string): Unescaped {
  const shell = new Unescaped();
  /** What closes each parenthesis that is open. */
  const open: string[] = [];
  for (let at = 0; at < text.length; ) {
    EXPANSION.lastIndex = at;
    const found = EXPANSION.exec(text);
    if (found?.[0] === '$$') {
      shell.add('$');
      shell.drop();
      at += 2;
    } else if (found) {
      const { written, close } = expansion(found);
      shell.add(written);
      if (close) open.push(close);
      at += found[0].length;
    } else {
      const sign = text.charAt(at++);
      if (sign === '(' && open.length > 0) open.push(')');
      shell.add((sign === ')' && open.pop()) || sign);
    }
  }
  return shell;
}

function expansion([whole, name, after]: RegExpExecArray): { written: string; close?: string } {
  if (name === undefined) return { written: '$@' };
  if (after === ')' || after === '}') return { written: `\${${name}}` };
  if (name === 'shell') return { written: '$('.padEnd(whole.length), close: ')' };
  return { written: '${'.padEnd(whole.length, '*'), close: '}' };
}
