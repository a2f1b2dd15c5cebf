import type { GivenFact, StringFact } from '../../facts/fact';
import { textOf } from '../../facts/values';
import { type Breach, defineRule, notAppCode, notServices } from '../../rule';
import * as calls from './in-process-cache/calls';
import { entries } from './in-process-cache/entries';
import { says } from './shared/apis';
import { isForDevelopment } from './shared/environments';
import { djangoRedis, repairingWithRedis } from './shared/redis';
import { replacing } from './shared/repairs';

const DJANGO = /^django\.core\.cache\.backends\.(?:locmem\.LocMemCache|filebased\.FileBasedCache)$/;
const FLASK =
  /^(?:simple|SimpleCache|filesystem|FileSystemCache|flask_caching\.backends\.(?:SimpleCache|FileSystemCache))$/;

function backend({ holder, value }: StringFact, path: string): Breach | undefined {
  if (isForDevelopment(path)) return undefined;
  if (
    holder?.name === 'BACKEND' &&
    DJANGO.test(value.text) &&
    /^(?:default|sessions?)?$/.test(holder.owner ?? '')
  )
    return { ...says('Django’s cache', value.range, 'information'), repair: { to: 'django' } };
  return holder?.name === 'CACHE_TYPE' && FLASK.test(value.text)
    ? says('Flask-Caching', value.range, 'information')
    : undefined;
}

/** `config.cache_store = :memory_store, { size: 64.megabytes }` */
function railsStore({ holder, value, range }: GivenFact, path: string): Breach | undefined {
  const kind = textOf(value.kind === 'array' ? value.items[0] : value);
  if (holder.name !== 'cache_store' || !/^(?:memory|file)_store$/.test(kind ?? '') || isForDevelopment(path))
    return undefined;
  const breach = says('Rails’ cache', range, 'information');
  return replacing(breach, 'Cache in Redis', range, ':redis_cache_store, { url: ENV.fetch("REDIS_URL") }');
}

export default defineRule({
  id: 'processes/in-process-cache',
  title: 'Cache in one process',
  severity: 'hint',
  message:
    '{what} lives in one process or on its disk: other processes do not see it, and a restart empties it. Rely on it for speed only, or cache in a backing service.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  strings: {
    containing: ['django.core.cache.backends.locmem', 'django.core.cache.backends.filebased'],
    heldBy: ['CACHE_TYPE'],
    breach: (fact, { path }) => backend(fact, path),
  },
  given: { names: ['cache_store'], breach: (fact, { path }) => railsStore(fact, path) },
  entries,
  notFor: {
    shell: 'A script serves no requests and keeps nothing between them.',
  },
  fix: (finding, text, app) =>
    finding.breach.repair?.to === 'django'
      ? djangoRedis(finding, text, app)
      : repairingWithRedis(finding, text, app),
});
