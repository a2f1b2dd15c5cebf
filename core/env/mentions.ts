import type { Procfile } from '../procfile/procfile';
import type { EnvFile } from './env-file';
import type { EnvMention } from './mention';

/** What an env file says: each entry, and each `${NAME}` in a value, for tools that expand it. */
export function mentionsOfEnv(text: string, { entries }: EnvFile, isExample: boolean): EnvMention[] {
  return entries.flatMap(({ name, nameRange, value, valueRange, quote }): EnvMention[] => {
    const own: EnvMention = {
      name,
      range: nameRange,
      does: isExample ? 'document' : 'set',
      value,
      valueRange,
    };
    if (quote === "'") return [own];
    return [own, ...references(text.slice(valueRange.start, valueRange.end), valueRange.start)];
  });
}

const REFERENCE = /(?<![\\$])\$\{([A-Za-z_]\w*)(:?[-=+?])?/g;

function references(value: string, at: number): EnvMention[] {
  if (!value.includes('${')) return [];
  return [...value.matchAll(REFERENCE)].map(({ 1: name = '', 2: operator, index }): EnvMention => {
    const start = at + index + 2;
    const range = { start, end: start + name.length };
    return { name, range, does: 'refer', ...(operator === undefined ? {} : { hasDefault: true }) };
  });
}

/** What the commands of a Procfile set and read. A name that its own command sets is not read from outside. */
export function mentionsOfProcfile({ processes }: Procfile): EnvMention[] {
  return processes.flatMap(({ command }): EnvMention[] => [
    ...command.simple.flatMap(({ assignments }) =>
      assignments.map(({ name, nameRange, valueRange }): EnvMention => {
        return { name, range: nameRange, does: 'set', valueRange };
      }),
    ),
    ...command.variables.map(({ name, nameRange, hasDefault }): EnvMention => {
      return { name, range: nameRange, does: 'read', hasDefault };
    }),
  ]);
}

const EXPORT = /^[ \t]*export[ \t]+([A-Za-z_]\w*)=/gm;

/** What direnv's file exports. Its values are those of a shell, and stay unread. */
export function mentionsOfEnvrc(text: string): EnvMention[] {
  return [...text.matchAll(EXPORT)].map(({ 0: whole, 1: name = '', index }): EnvMention => {
    const end = index + whole.length - 1;
    return { name, range: { start: end - name.length, end }, does: 'set' };
  });
}
