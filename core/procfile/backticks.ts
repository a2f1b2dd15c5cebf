import { Unescaped } from './unescaped';

/** What stands between backticks, as the shell reads it. */
export interface Backticks {
  readonly inside: Unescaped;
  /** The place of the closing backtick; the text's end where none is. */
  readonly end: number;
}

/** Looks for the backtick that closes; a backslash protects it, a dollar sign, a backslash and, in quotes, a quote. */
export function backticksAt(text: string, start: number, double: boolean): Backticks {
  const inside = new Unescaped();
  let at = start;
  let since = start;
  while (at < text.length && text[at] !== '`') {
    if (text[at] === '\\' && isProtected(text.charAt(at + 1), double)) {
      inside.add(text.slice(since, at));
      inside.drop();
      since = at + 1;
    }
    at = Math.min(at + (text[at] === '\\' ? 2 : 1), text.length);
  }
  inside.add(text.slice(since, at));
  return { inside, end: at };
}

function isProtected(sign: string, double: boolean): boolean {
  return sign === '`' || sign === '$' || sign === '\\' || (double && sign === '"');
}
