import type { EntryCheck } from '../../../rule';
import { says } from '../shared/apis';
import { isForDevelopment, isKeyForDevelopment } from '../shared/environments';
import { replacing } from '../shared/repairs';

const SPRING = /(?:^|\/)(?:application|bootstrap|quartz)[\w.-]*\.(?:properties|ya?ml)$/;
const isDevelopment = (path: string, keys: readonly string[]): boolean =>
  isForDevelopment(path) || isKeyForDevelopment(keys);

export const entries: readonly EntryCheck[] = [
  {
    files: SPRING,
    at: /^(?:spring\.quartz\.properties\.)?org\.quartz\.jobStore\.class$/,
    breach: ({ value, range, keys }, { path }) =>
      /\.RAMJobStore$/.test(value) && !isDevelopment(path, keys)
        ? says('Quartz’s RAMJobStore', range)
        : undefined,
  },
  {
    files: SPRING,
    at: /^spring\.quartz\.job-?store-?type$/i,
    breach: ({ value, range, keys }, { path }) =>
      /^memory$/i.test(value) && !isDevelopment(path, keys)
        ? replacing(says('Quartz’s job store', range), 'Keep jobs in the database', range, 'jdbc')
        : undefined,
  },
  {
    files: SPRING,
    at: /^spring\.(?:activemq|artemis)\.(?:broker-?url|in-memory|embedded\.enabled)$/i,
    breach: ({ keys, value, range }, { path }) => {
      const isInside = /^(?:vm:|true$)/.test(value);
      return isInside && !isDevelopment(path, keys) ? says('The broker in the process', range) : undefined;
    },
  },
  {
    files: /(?:^|\/)config\/(?:[^/]+\/)*messenger[\w.-]*\.ya?ml$/,
    at: /^(?:when@prod\.)?framework\.messenger\.transports\.\w+(?:\.dsn)?$/,
    breach: ({ value, range }, { path }) => {
      if (isForDevelopment(path)) return undefined;
      if (value.startsWith('in-memory://')) return says('Messenger’s in-memory transport', range);
      return value.startsWith('sync://')
        ? says('Messenger’s sync transport', range, 'information')
        : undefined;
    },
  },
  {
    files: /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/,
    at: /\.environment\.(?:QUEUE_CONNECTION|QUEUE_DRIVER|CELERY_BROKER_URL|CELERY_TASK_ALWAYS_EAGER)$/,
    breach: ({ value, range }, { path }) =>
      /^(?:sync|true|memory:|filesystem:)/i.test(value) && !isForDevelopment(path)
        ? says('This queue', range)
        : undefined,
  },
];
