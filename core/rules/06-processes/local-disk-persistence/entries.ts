import type { EntryCheck } from '../../../rule';
import { says } from '../shared/apis';
import { isForDevelopment, isKeyForDevelopment } from '../shared/environments';
import { replacing } from '../shared/repairs';

export const entries: readonly EntryCheck[] = [
  {
    files: /(?:^|\/)config\/(?:[^/]+\/)*flysystem[\w.-]*\.ya?ml$/,
    at: /^(?:when@prod\.)?flysystem\.storages\.[\w.-]+\.adapter$/,
    breach: ({ value, range, keys }, { path }) =>
      value === 'local' && !isForDevelopment(path) && !/cache|tmp|temp/i.test(keys.at(-2) ?? '')
        ? says('Flysystem’s local adapter', range, 'information')
        : undefined,
  },
  {
    files: /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/,
    at: /^spring\.(?:web\.)?resources\.static-locations(?:\.\d+)?$/,
    breach: ({ value, range, keys }, { path }) =>
      /\bfile:[^,]*\b(?:uploads?|media|avatars|attachments)\b/i.test(value) &&
      !/\$\{/.test(value) &&
      !isForDevelopment(path) &&
      !isKeyForDevelopment(keys)
        ? says('This folder', range)
        : undefined,
  },
  {
    files: /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/,
    at: /\.environment\.FILESYSTEM_(?:DISK|DRIVER)$/,
    breach: ({ value, range }, { path }) =>
      /^(?:local|public)$/.test(value) && !isForDevelopment(path)
        ? replacing(says('Laravel’s disk', range), 'Keep files in S3', range, 's3')
        : undefined,
  },
  {
    // Of `config/storage.yml`: the service that production is told to use is set in Ruby.
    files: /(?:^|\/)config\/storage\.ya?ml$/,
    at: /^(?:production|amazon|s3|google|azure|remote)\.service$/,
    breach: ({ value, range }) =>
      value === 'Disk' ? says('Active Storage’s disk service', range) : undefined,
  },
];
