import type { EntryCheck } from '../../../rule';
import { says } from '../shared/apis';
import { isForDevelopment, isKeyForDevelopment } from '../shared/environments';
import { replacing } from '../shared/repairs';

export const entries: readonly EntryCheck[] = [
  {
    files: /(?:^|\/)config\/(?:[^/]+\/)*[\w.-]+\.ya?ml$/,
    at: /^(?:when@prod\.)?framework\.cache\.app$/,
    breach: ({ value, range }, { path }) =>
      /^cache\.adapter\.(?:filesystem|apcu|array|php_files)$/.test(value) && !isForDevelopment(path)
        ? replacing(
            says('Symfony’s cache', range, 'information'),
            'Cache in Redis',
            range,
            'cache.adapter.redis',
          )
        : undefined,
  },
  {
    files: /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/,
    at: /^spring\.cache\.type$/,
    breach: ({ value, range, keys }, { path }) =>
      /^(?:simple|caffeine|ehcache)$/i.test(value) && !isForDevelopment(path) && !isKeyForDevelopment(keys)
        ? replacing(says('Spring’s cache', range, 'information'), 'Cache in Redis', range, 'redis')
        : undefined,
  },
  {
    files: /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/,
    at: /\.environment\.CACHE_(?:STORE|DRIVER)$/,
    breach: ({ value, range }, { path }) =>
      /^(?:file|array|apc)$/.test(value) && !isForDevelopment(path)
        ? replacing(says('Laravel’s cache', range, 'information'), 'Cache in Redis', range, 'redis')
        : undefined,
  },
];
