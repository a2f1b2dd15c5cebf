import type { EnvRead } from '../../facts/fact';
import type { Cast, EnvExpression } from '../../language';
import { readOf } from './env-scan';
import { scanShell } from './shell-scan';
import { escaped, stringOf } from './shell-strings';

/** Set by the shell itself. */
const OWN =
  'BASH\\w*|FUNCNAME|LINENO|S?RANDOM|SECONDS|OPT(?:ARG|IND|ERR)|PIPESTATUS|REPLY|IFS|PPID|E?UID|(?:OLD)?PWD|SHLVL|' +
  'GROUPS|DIRSTACK|HOST(?:NAME|TYPE)|MACHTYPE|OSTYPE|COLUMNS|LINES|SHELLOPTS|PS[0-4]|EPOCH\\w*|COMP_\\w*|COPROC|_';
const VARIABLE = new RegExp(`^((?!(?:${OWN})$)[A-Z_][A-Z0-9_]*)$`);

export const env = {
  /** A name in capitals that the script gives no value. */
  member: VARIABLE,
  calls: /^printenv$/,
};

/**
 * Names in capitals that a script reads and does not set, or that it gives a default: `${PORT:=3000}`,
 * `PORT="${PORT:-3000}"`, `[ -z "$PORT" ]` above the first assignment.
 */
export function envReads(text: string): EnvRead[] {
  // Scripts of other languages bear the ending too.
  if (text.startsWith('#!') && !/^#![^\n]*sh\b/.test(text)) return [];
  const { reads, assigned } = scanShell(text);
  const found: EnvRead[] = [];
  for (const { name, start, operator, tested } of reads) {
    if (!VARIABLE.test(name)) continue;
    const set = assigned.get(name);
    const asked = tested || /^:?[-=?]$/.test(operator);
    if (set === undefined || (asked && start < set))
      found.push(readOf(name, start, tested || /^:?[-=+]$/.test(operator)));
  }
  return found;
}

export function readEnv(name: string, cast: Cast, fallback: string | undefined): EnvExpression {
  const done = (text: string): EnvExpression => ({ text, compound: false, edits: [] });
  if (cast === 'boolean') return done(`"$([ "\${${name}:-}" = true ] && echo true)"`);
  if (fallback === undefined) return done(`"\${${name}:?}"`);
  return done(`"\${${name}:-${escaped(stringOf(fallback))}}"`);
}
