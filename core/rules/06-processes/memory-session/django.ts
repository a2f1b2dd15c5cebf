import type { Fact, GivenFact } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Breach, FileView } from '../../../rule';
import { says } from '../shared/apis';

const CACHED = 'django.contrib.sessions.backends.cache';
const LOCAL = /\.(?:LocMemCache|DummyCache)$/;

/** Django keeps sessions in its cache, and this cache is the process's own: two settings that only together lose them. */
export function cachedSessions(facts: readonly Fact[], { path }: FileView): Breach[] {
  const given = (name: string): GivenFact | undefined =>
    facts
      .filter((fact) => fact.kind === 'given')
      .find(({ holder, enclosure }) => holder.name === name && enclosure.topLevel);
  const engine = given('SESSION_ENGINE');
  const alias = textOf(given('SESSION_CACHE_ALIAS')?.value) ?? 'default';
  const backend = property(given('CACHES')?.value, alias, 'BACKEND');
  if (!engine || textOf(engine.value) !== CACHED || !backend || !LOCAL.test(textOf(backend) ?? '')) return [];
  const related = [{ path, range: backend.range, message: 'This cache lives in one process.' }];
  return [{ ...says('Django', engine.range), related }];
}
