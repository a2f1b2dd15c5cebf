import type { Fact, GivenFact } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Breach, FileView } from '../../../rule';
import { says } from '../shared/apis';

const CACHED = 'django.contrib.sessions.backends.cache';
const LOCAL = /\.(?:LocMemCache|DummyCache)$/;

/** Django keeps sessions in its cache, and this cache is the process's own: two settings that only together lose them. */
export function cachedSessions(facts: readonly Fact[], { path }: FileView): Breach[] {
  const all = (name: string): GivenFact[] =>
    facts
      .filter((fact) => fact.kind === 'given')
      .filter(({ holder, enclosure }) => holder.name === name && enclosure.topLevel);
  const [engine] = all('SESSION_ENGINE');
  const alias = textOf(all('SESSION_CACHE_ALIAS')[0]?.value) ?? 'default';
  // Where a branch chooses the cache, another one may keep sessions for all.
  const backends = all('CACHES').flatMap(({ value }) => property(value, alias, 'BACKEND') ?? []);
  const [backend] = backends;
  const isLocal = backends.every((one) => LOCAL.test(textOf(one) ?? ''));
  if (!engine || textOf(engine.value) !== CACHED || !backend || !isLocal) return [];
  const related = [{ path, range: backend.range, message: 'This cache lives in one process.' }];
  return [{ ...says('Django', engine.range), related }];
}
