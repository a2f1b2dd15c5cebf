import { textOf } from '../../facts/values';
import { defineRule, notAppCode, notServices } from '../../rule';
import { csharp } from './memory-session/csharp';
import { cachedSessions } from './memory-session/django';
import { entries } from './memory-session/entries';
import { go } from './memory-session/go';
import { java } from './memory-session/java';
import { javascript } from './memory-session/javascript';
import { php } from './memory-session/php';
import { python } from './memory-session/python';
import { redisStore } from './memory-session/redis-store';
import { ruby } from './memory-session/ruby';
import { rust } from './memory-session/rust';
import { sails } from './memory-session/sails';
import { referenceOf, says } from './shared/apis';
import { repairingWithRedis } from './shared/redis';

/** What Flask-Session's `SESSION_CACHELIB` may hold that lives in the process. */
const SIMPLE_CACHE = /^cachelib\.(?:simple\.)?SimpleCache$/;
/** Beaker's own key for its store. */
const BEAKER = /^(?:beaker\.)?session\.type$/;

export default defineRule({
  id: 'processes/memory-session',
  title: 'Session state in process memory',
  severity: 'warning',
  message:
    '{what} keeps sessions in the memory of one process, where no other process sees them and a restart loses them. Keep them in a backing service.',
  skip: notAppCode,
  skipApps: notServices,
  calls: { javascript, python, ruby, php, java, go, csharp, rust },
  strings: {
    heldBy: ['session.type'],
    breach: ({ holder, value }) =>
      BEAKER.test(holder?.name ?? '') && value.text === 'memory' ? says('Beaker', value.range) : undefined,
  },
  given: {
    names: [
      'SESSION_CACHELIB',
      'SESSION_ENGINE',
      'SESSION_CACHE_ALIAS',
      'CACHES',
      'session_store',
      'SessionProvider',
      'session',
    ],
    breach: ({ holder, value, range }, { path, family }, app) => {
      if (holder.name === 'session')
        return family === 'javascript' ? sails(holder, value, path, app) : undefined;
      const name = referenceOf(value) ?? '';
      if (holder.name === 'session_store' && name === 'Rack.Session.Pool')
        return says('Rack::Session::Pool', range);
      if (holder.name === 'SessionProvider')
        return textOf(value) === 'memory' ? says('Beego’s memory provider', range) : undefined;
      return SIMPLE_CACHE.test(name) ? says('Flask-Session', range) : undefined;
    },
  },
  whole: cachedSessions,
  entries,
  notFor: {
    shell: 'A script serves no requests and keeps nothing between them.',
  },
  fix: (finding, text, app) =>
    finding.breach.repair?.to === 'store'
      ? redisStore(finding, text, app)
      : repairingWithRedis(finding, text, app),
});
