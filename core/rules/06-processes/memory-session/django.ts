import type { Fact, GivenFact } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Breach, FileView } from '../../../rule';
import { says } from '../shared/apis';
import { replacing } from '../shared/repairs';

const CACHED = 'django.contrib.sessions.backends.cache';
const DATABASE = 'django.contrib.sessions.backends.db';
const LOCAL = /\.(?:LocMemCache|DummyCache)$/;

/** Django keeps sessions in its cache, and this cache is the process's own: two settings that only together lose them. */
export const cachedSessions = sessionsIn(LOCAL, 'This cache lives in one process.');

/** The same for a cache in files of one machine. */
export const filedSessions = sessionsIn(/\.FileBasedCache$/, 'This cache lives on one machine’s disk.');

function sessionsIn(kind: RegExp, message: string) {
  return (facts: readonly Fact[], { path }: FileView): Breach[] => cachedIn(facts, path, kind, message);
}

function cachedIn(facts: readonly Fact[], path: string, kind: RegExp, message: string): Breach[] {
  const all = (name: string): GivenFact[] =>
    facts
      .filter((fact) => fact.kind === 'given')
      .filter(({ holder, enclosure }) => holder.name === name && enclosure.topLevel);
  const [engine] = all('SESSION_ENGINE');
  const alias = textOf(all('SESSION_CACHE_ALIAS')[0]?.value) ?? 'default';
  // Where a branch chooses the cache, another one may keep sessions for all.
  const backends = all('CACHES').flatMap(({ value }) => property(value, alias, 'BACKEND') ?? []);
  const [backend] = backends;
  const isLocal = backends.every((one) => kind.test(textOf(one) ?? ''));
  if (!engine || textOf(engine.value) !== CACHED || !backend || !isLocal) return [];
  const related = [{ path, range: backend.range, message }];
  const found = { ...says('Django', engine.range), related };
  const { start, end } = engine.value.range;
  if (start !== engine.range.start) return [found];
  return [replacing(found, 'Keep sessions in the database', { start: start + 1, end: end - 1 }, DATABASE)];
}
