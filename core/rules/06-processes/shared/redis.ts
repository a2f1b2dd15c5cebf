import type { App } from '../../../app';
import { bracesAt } from '../../../fix/modules/braces';
import { importEdit } from '../../../languages/shared/python-edits';
import type { Ecosystem } from '../../../manifest';
import type { FileEdit, Finding, Fix, Fixer } from '../../../rule';
import type { Range, TextEdit } from '../../../text';
import { bring, type Package } from '../../shared/bring';
import { repairing } from './repairs';

/** Packages that speak to the service of a repair, by the ecosystem whose code is repaired. */
export const CLIENTS = {
  pypi: [{ name: 'redis', version: '5.2.1' }],
  rubygems: [{ name: 'redis', version: '' }],
} as const satisfies Partial<Record<Ecosystem, readonly Package[]>>;

/** Offers a repair of Ruby with the gem that it needs; elsewhere nothing more. */
export const repairingWithRedis: Fixer = (finding, text, app) => {
  const fixes = repairing(finding, text, app);
  if (!finding.path.endsWith('.rb')) return fixes;
  return fixes.map((fix) => ({ ...fix, edits: [...fix.edits, ...bring(app, 'rubygems', CLIENTS.rubygems)] }));
};

/** Puts Django's own cache for Redis in place of a backend, with its address from the environment. */
export function djangoRedis({ path, range }: Finding, text: string, app: App): Fix[] {
  const dict = dictAround(text, range);
  const backend = dict?.entries.find(({ start }) => start === range.start);
  if (!dict || backend?.key !== 'BACKEND' || dict.entries.some(({ key }) => key === 'OPTIONS')) return [];
  const quote = text[range.start] === "'" ? "'" : '"';
  const address = `os.environ[${quote}REDIS_URL${quote}]`;
  const location = dict.entries.find(({ key }) => key === 'LOCATION');
  const separator = dict.indent === undefined ? ', ' : `,\n${dict.indent}`;
  const added = location ? '' : `${separator}${quote}LOCATION${quote}: ${address}`;
  const edits: TextEdit[] = [
    { range, newText: `${quote}django.core.cache.backends.redis.RedisCache${quote}${added}` },
    ...(location ? [{ range: { start: location.start, end: location.end }, newText: address }] : []),
    ...[importEdit(text, 'os') ?? []].flat(),
  ];
  const own = edits.map((edit): FileEdit => ({ path, ...edit }));
  return [
    { title: 'Cache in Redis', kind: 'suggestion', edits: [...own, ...bring(app, 'pypi', CLIENTS.pypi)] },
  ];
}

/** The dictionary of Python right around a value; undefined where its text is not plain. */
export function dictAround(text: string, { start, end }: Range) {
  let depth = 0;
  for (let at = start - 1; at >= 0 && at > start - 4_000; at--) {
    const sign = text.charAt(at);
    if ('}])'.includes(sign)) depth++;
    if (!'{[('.includes(sign) || depth-- > 0) continue;
    const braces = sign === '{' ? bracesAt(text, at) : undefined;
    const isPlain = braces && braces.close >= end && !/[#\\]|\/\/|"""|'''/.test(text.slice(at, braces.close));
    return isPlain ? { ...braces, open: at } : undefined;
  }
  return undefined;
}
