import type { CallFact } from '../../../facts/fact';
import { argumentAt, property, textOf } from '../../../facts/values';
import type { Api, Breach } from '../../../rule';
import { named, referenceOf, says } from '../shared/apis';
import { replacing } from '../shared/repairs';

const REDIS = 'ActiveSupport::Cache::RedisCacheStore.new(url: ENV.fetch("REDIS_URL"))';

const isMemory = (name: string | undefined): boolean => /^(?:Memory|LRUHash)$/.test(name ?? '');

/** `use Rack::Session::Pool`, and Moneta in memory. */
function used(call: CallFact): Breach | undefined {
  const middleware = call.args
    .map(({ value }) => referenceOf(value))
    .find((name) => name?.startsWith('Rack.'));
  if (middleware === 'Rack.Session.Pool') return says('Rack::Session::Pool', call.range);
  if (middleware !== 'Rack.Session.Moneta') return undefined;
  const store = argumentAt(call.args, 99, 'store');
  const adapter = store?.kind === 'call' ? store.args[0]?.value : store;
  return isMemory(textOf(adapter)) ? says('Moneta’s memory adapter', call.range) : undefined;
}

export const ruby: readonly Api[] = [
  {
    calls: ['use', '?.use', 'config.middleware.use', 'Rails.application.config.middleware.use'],
    breach: used,
  },
  named('Rack::Session::Pool', 'Rack.Session.Pool.new'),
  {
    calls: ['CGI.Session.new'],
    breach: (call) => {
      const manager = call.args.map(({ name, value }) =>
        name === 'database_manager' ? value : property(value, 'database_manager'),
      );
      const isMemory = manager.some((value) => referenceOf(value) === 'CGI.Session.MemoryStore');
      return isMemory ? says('CGI::Session’s memory store', call.range) : undefined;
    },
  },
  {
    calls: ['config.session_store', '?.session_store', 'Rails.application.config.session_store'],
    breach: (call) => {
      const cache = argumentAt(call.args, 99, 'cache') ?? property(call.args[1]?.value, 'cache');
      const isInMemory = /^ActiveSupport\.Cache\.(?:MemoryStore|NullStore)\.new$/.test(
        referenceOf(cache) ?? '',
      );
      if (!cache || !isInMemory) return undefined;
      return replacing(says('The cache in memory', call.range), 'Keep sessions in Redis', cache.range, REDIS);
    },
  },
];
