import type { EnvFile } from '../core/env/env-file';
import { parseEnv } from '../core/env/parse';
import { isEnvFile, isProcfile } from '../core/facts/app-files';
import type { Skim } from '../core/facts/skim';
import { parseProcfile } from '../core/procfile/parse';
import type { Procfile } from '../core/procfile/procfile';
import type { Range } from '../core/text';

/** Where a text speaks of an environment variable. */
export interface EnvSite {
  readonly name: string;
  readonly range: Range;
  /** `value`: a `${NAME}` inside the value of another variable, for tools that expand it. */
  readonly kind: 'set' | 'read' | 'value';
}

/** All places of a text where a variable is set or read; of code, `skim` must be given. */
export function envSites(path: string, text: string, skim: Skim | undefined): EnvSite[] {
  if (isEnvFile(path)) return sitesOfEnv(text, parseEnv(text));
  if (isProcfile(path)) return sitesOfProcfile(parseProcfile(text));
  return (skim?.envReads ?? []).map(({ name, range }) => ({ name, range, kind: 'read' }));
}

function sitesOfEnv(text: string, { entries }: EnvFile): EnvSite[] {
  return entries.flatMap(({ name, nameRange, valueRange, quote }): EnvSite[] => {
    const own: EnvSite = { name, range: nameRange, kind: 'set' };
    if (quote === "'") return [own];
    const value = text.slice(valueRange.start, valueRange.end);
    const uses = [...value.matchAll(/(?<!\\)\$\{([A-Za-z_]\w*)/g)].map((match): EnvSite => {
      const start = valueRange.start + match.index + 2;
      const used = match[1] ?? '';
      return { name: used, range: { start, end: start + used.length }, kind: 'value' };
    });
    return [own, ...uses];
  });
}

function sitesOfProcfile({ processes }: Procfile): EnvSite[] {
  return processes.flatMap(({ command }): EnvSite[] => [
    ...command.simple.flatMap(({ assignments }) =>
      assignments.map(({ name, nameRange }): EnvSite => ({ name, range: nameRange, kind: 'set' })),
    ),
    ...command.variables.map(({ name, nameRange }): EnvSite => ({ name, range: nameRange, kind: 'read' })),
  ]);
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
