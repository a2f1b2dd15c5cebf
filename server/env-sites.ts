import type { EnvDeed } from '../core/env/mention';
import { mentionsAround } from '../core/facts/env-part';
import type { Skim } from '../core/facts/skim';
import type { Range } from '../core/text';

/** Where a text speaks of an environment variable. */
export interface EnvSite {
  readonly name: string;
  readonly range: Range;
  readonly kind: EnvDeed;
  /** The text spells the name in another way. */
  readonly derived?: boolean;
}

/** All places of a text where a variable is set, documented or read; of code, `skim` must be given. */
export function envSites(path: string, text: string, skim: Skim | undefined): EnvSite[] {
  const sites = new Map<number, EnvSite>();
  for (const { name, range, does } of mentionsAround(path, text)) {
    // A format may decode what it reads: only what stands there as it is can be pointed at.
    if (text.slice(range.start, range.end) === name && !sites.has(range.start))
      sites.set(range.start, { name, range, kind: does });
  }
  for (const { name, range, derived } of skim?.envReads ?? [])
    if (!sites.has(range.start))
      sites.set(range.start, { name, range, kind: 'read', ...(derived ? { derived } : {}) });
  return [...sites.values()].sort((a, b) => a.range.start - b.range.start);
}

/** Whether a place gives the variable a value or says that there is one, as a declaration does. */
export function isDeclaration({ kind }: EnvSite): boolean {
  return kind === 'set' || kind === 'document';
}

const COMPOSE = /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/;

/**
 * The name at an offset of any other text that may hold one: `$NAME`, `${NAME}`, and in a compose file also
 * `- NAME=…` and `NAME: …`. Whether it is a variable, the app knows.
 */
export function looseName(path: string, text: string, offset: number): EnvSite | undefined {
  const from = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - MOST);
  const typed = /[A-Za-z_]\w*$|$/.exec(text.slice(from, offset))?.[0] ?? '';
  const start = offset - typed.length;
  const end = offset + (/^\w*/.exec(text.slice(offset, offset + MOST))?.[0].length ?? 0);
  const name = text.slice(start, end);
  if (!/^[A-Za-z_]\w*$/.test(name)) return undefined;
  const lead = text.slice(from, start);
  const isUse = /\$\{?$/.test(lead);
  const isKey =
    COMPOSE.test(path) &&
    /^\s*(?:-\s*)?["']?$/.test(lead) &&
    /^["']?\s*(?:[:=]|$)/m.test(text.slice(end, end + 3));
  return isUse || isKey ? { name, range: { start, end }, kind: 'read' } : undefined;
}

/** Longer names and lines were hardly typed. */
const MOST = 500;
