import type { CallFact } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { everywhere, says, services, soften, when } from '../shared/apis';
import { replacing } from '../shared/repairs';

const LARAVEL = new Set(['CACHE_STORE', 'CACHE_DRIVER']);

/** What a key is named after where the next request must find it again. */
const NEEDED =
  /\b(?:otp|one[-_]?time|token|session|lock|rate[-_]?limit|attempts|nonce|verification)s?(?:\b|_)/i;

/** More than a hint where the key tells that the entry is no copy of something kept elsewhere. */
function keeps(what: string, call: CallFact) {
  return says(what, call.range, NEEDED.test(textOf(call.args[0]?.value) ?? '') ? 'warning' : undefined);
}

/** Caches whose file is named after what the next request must find again. */
const NEEDED_FILE =
  /(?:otp|token|session|verification|rate_?limit\w*|lock)(?:s|store|repository|service|impl|provider|manager)*\.\w+$/i;

function named(what: string, ...calls: readonly string[]): Api {
  return {
    calls,
    breach: (call, { path }) => says(what, call.range, NEEDED_FILE.test(path) ? 'information' : undefined),
  };
}

export const javascript: readonly Api[] = [
  when('node-cache', ['node-cache'], ({ construct }) => construct),
  { calls: ['memory-cache.put'], breach: (call) => keeps('memory-cache', call) },
  when('lru-cache', ['lru-cache', 'lru-cache.LRUCache', 'lru-cache.default'], ({ construct }) => construct),
  when(
    'cache-manager’s memory store',
    ['cache-manager.caching', 'cache-manager.createCache'],
    ({ args }) =>
      args.length === 0 || /^memory$/.test(textOf(property(args[0]?.value, 'store') ?? args[0]?.value) ?? ''),
  ),
  when(
    'The cache module without a store',
    ['@nestjs/cache-manager.CacheModule.register', '@nestjs/common.CacheModule.register'],
    ({ args }) => {
      const options = args[0]?.value;
      if (!options) return true;
      return (
        options.kind === 'object' &&
        !options.open &&
        !property(options, 'store') &&
        !property(options, 'stores')
      );
    },
  ),
];

export const python: readonly Api[] = [
  named('diskcache', 'diskcache.Cache', 'diskcache.FanoutCache'),
  named('joblib’s Memory', 'joblib.Memory'),
  named('cachetools', 'cachetools.TTLCache', 'cachetools.LRUCache', 'cachetools.LFUCache'),
  named('werkzeug’s cache', 'werkzeug.contrib.cache.SimpleCache', 'werkzeug.contrib.cache.FileSystemCache'),
];

const REDIS = 'ActiveSupport::Cache::RedisCacheStore.new(url: ENV.fetch("REDIS_URL"))';

function ownStore(what: string, name: string): Api {
  const { calls, breach } = named(what, name);
  return {
    calls,
    breach: (call, file, app) => {
      const found = breach?.(call, file, app);
      return found && replacing(found, 'Cache in Redis', call.range, REDIS);
    },
  };
}

export const ruby: readonly Api[] = [
  ownStore('The cache in memory', 'ActiveSupport.Cache.MemoryStore.new'),
  ownStore('The cache in files', 'ActiveSupport.Cache.FileStore.new'),
];

export const php: readonly Api[] = [
  {
    calls: ['env'],
    global: true,
    breach: ({ args }, { path }) => {
      const fallback = args[1]?.value;
      if (!LARAVEL.has(textOf(args[0]?.value) ?? '') || !fallback) return undefined;
      if (!/^(?:file|array|apc)$/.test(textOf(fallback) ?? '') || !/(?:^|\/)config\/cache\.php$/i.test(path))
        return undefined;
      const breach = says('Laravel’s default cache', fallback.range, 'information');
      return replacing(breach, 'Cache in Redis', fallback.range, "'redis'");
    },
  },
  ...['FilesystemAdapter', 'FilesystemTagAwareAdapter', 'ApcuAdapter', 'PhpFilesAdapter'].map((adapter) =>
    named(adapter, `Symfony.Component.Cache.Adapter.${adapter}`),
  ),
  named('Doctrine’s cache', 'Doctrine.Common.Cache.FilesystemCache', 'Doctrine.Common.Cache.ApcuCache'),
  ...everywhere({
    calls: ['apcu_store', 'apcu_add', 'apc_store'],
    breach: (call) => keeps('APCu', call),
  }),
  named('Swoole’s table', 'Swoole.Table', 'OpenSwoole.Table'),
];

export const java: readonly Api[] = [
  named(
    'ConcurrentMapCacheManager',
    'org.springframework.cache.concurrent.ConcurrentMapCacheManager',
    'org.springframework.cache.support.SimpleCacheManager',
  ),
  named('CaffeineCacheManager', 'org.springframework.cache.caffeine.CaffeineCacheManager'),
  named(
    'Ehcache in the process',
    'org.springframework.cache.ehcache.EhCacheCacheManager',
    'org.ehcache.config.builders.CacheManagerBuilder.newCacheManagerBuilder',
    'net.sf.ehcache.CacheManager',
    'net.sf.ehcache.CacheManager.create',
  ),
  named('Caffeine', 'com.github.benmanes.caffeine.cache.Caffeine.newBuilder'),
  named('Guava’s cache', 'com.google.common.cache.CacheBuilder.newBuilder'),
  named('Coherence', 'com.tangosol.net.CacheFactory.getCache'),
  named('OSCache', 'com.opensymphony.oscache.general.GeneralCacheAdministrator'),
  named(
    'JBoss Cache',
    'org.jboss.cache.DefaultCacheFactory',
    'org.jboss.cache.DefaultCacheFactory().createCache',
  ),
  named('SwarmCache', 'net.sf.swarmcache.CacheFactory'),
  named('Hazelcast in the process', 'com.hazelcast.core.Hazelcast.newHazelcastInstance'),
  named('Infinispan in the process', 'org.infinispan.manager.DefaultCacheManager'),
  named('Ignite in the process', 'org.apache.ignite.Ignition.start'),
  named('JCS', 'org.apache.commons.jcs.JCS.getInstance', 'org.apache.commons.jcs3.JCS.getInstance'),
];

export const go: readonly Api[] = [
  named('go-cache', 'github.com/patrickmn/go-cache.New'),
  named('BigCache', 'github.com/allegro/bigcache.New', 'github.com/allegro/bigcache.NewBigCache'),
  named('Ristretto', 'github.com/dgraph-io/ristretto.NewCache'),
  named('FreeCache', 'github.com/coocood/freecache.NewCache'),
  named('ttlcache', 'github.com/jellydator/ttlcache.New'),
];

export const csharp: readonly Api[] = everywhere(
  named('AddMemoryCache', ...services('AddMemoryCache')),
  ...soften('information', named('AddDistributedMemoryCache', ...services('AddDistributedMemoryCache'))),
  named(
    'MemoryCache',
    'MemoryCache',
    'Microsoft.Extensions.Caching.Memory.MemoryCache',
    'System.Runtime.Caching.MemoryCache',
  ),
);

const moka = ['sync', 'future', 'dash', 'unsync'].flatMap((kind) =>
  ['moka', 'mini_moka'].flatMap((crate) => [`${crate}.${kind}.Cache.new`, `${crate}.${kind}.Cache.builder`]),
);
export const rust: readonly Api[] = [
  named('Moka', ...moka),
  named('quick_cache', 'quick_cache.sync.Cache.new', 'quick_cache.unsync.Cache.new'),
];
