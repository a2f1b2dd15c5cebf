import type { EnvRead, Import } from '../../facts/fact';

const IMPORT =
  /(?<![\w.:"'`@$?!-])(?:(require|load)|(require_relative)|autoload[ \t(]+:\w+[ \t]*,)[ \t]*\(?[ \t]*(["'])([^"'#\\\n]+)\3/g;
const ENV_READ =
  /\bENV(?:\[[ \t]*|\.(?:fetch|key\?|has_key\?|include\?|member\?|values_at|slice)[ \t]*[( ][ \t]*)(["'])(\w+)\1/g;
const COMMENT = /^[ \t]*#(?!\{)/;

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

export function readEnvReads(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  for (const match of text.matchAll(ENV_READ)) {
    const name = match[2] ?? '';
    const end = match.index + match[0].length;
    const isWritten = /^[ \t]*\][ \t]*=(?![=~>])/.test(text.slice(end, end + 20));
    if (isWritten || COMMENT.test(lineBefore(text, match.index))) continue;
    reads.push({ name, range: { start: end - 1 - name.length, end: end - 1 } });
  }
  return reads;
}

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}
