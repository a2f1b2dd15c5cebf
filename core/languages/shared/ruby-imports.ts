import type { Import } from '../../facts/fact';

const IMPORT =
  /(?<![\w.:"'`@$?!-])(?:(require|load)|(require_relative)|autoload[ \t(]+:\w+[ \t]*,)[ \t(]*(["'])([^"'#\\\n]+)\3/g;
const FARTHEST = 300;
export const COMMENT = /^[ \t]*#(?!\{)/;

/** `require`, `require_relative`, `load` and `autoload` of a Ruby text; none binds a name. */
export function readImports(text: string): Import[] {
  const found: Import[] = [];
  for (const match of text.matchAll(IMPORT)) {
    if (COMMENT.test(lineBefore(text, match.index))) continue;
    const path = match[4] ?? '';
    const end = match.index + match[0].length - 1;
    const isRelative = match[2] !== undefined && !path.startsWith('.');
    found.push({
      module: isRelative ? `./${path}` : path,
      range: { start: end - path.length, end },
      typeOnly: false,
      bindings: [],
    });
  }
  return found;
}

/** What stands before a place on its line, as far as it matters. */
export function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - FARTHEST), at);
  return near.slice(near.lastIndexOf('\n') + 1);
}
