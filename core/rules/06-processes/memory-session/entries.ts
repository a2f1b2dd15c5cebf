import type { EntryCheck } from '../../../rule';
import { says } from '../shared/apis';
import { isForDevelopment, isKeyForDevelopment } from '../shared/environments';
import { replacing } from '../shared/repairs';

export const entries: readonly EntryCheck[] = [
  {
    files: /(?:^|\/)config\/(?:[^/]+\/)*[\w.-]+\.ya?ml$/,
    at: /^(?:when@prod\.)?framework\.session\.storage_factory_id$/,
    breach: ({ value, range }, { path }) =>
      /^session\.storage\.factory\.mock_file$/.test(value) && !isForDevelopment(path)
        ? says('Symfony’s mock session', range)
        : undefined,
  },
  {
    files: /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/,
    at: /^spring\.session\.store-?[tT]ype$/,
    breach: ({ value, range, keys }, { path }) => {
      if (!/^(?:none|hash_map)$/i.test(value) || isForDevelopment(path) || isKeyForDevelopment(keys))
        return undefined;
      return replacing(says('The session store', range), 'Keep sessions in Redis', range, 'redis');
    },
  },
  {
    files: /(?:^|\/)(?:web(?:\.\w+)?|sessionState)\.config$/i,
    at: /(?:^|\.)sessionState\.@mode$/,
    breach: ({ value, range }) =>
      /^(?:InProc|StateServer)$/i.test(value) ? says('This session state mode', range) : undefined,
  },
  {
    files: /(?:^|\/)web\.xml$/,
    at: /^web-app\.distributable$/,
    breach: ({ whole }) => says('Session replication', whole, 'information'),
  },
  {
    files: /(?:^|\/)(?:context|server)\.xml$/,
    at: /(?:^|\.)Manager\.@className$/,
    breach: ({ value, range }) =>
      /\.(?:DeltaManager|BackupManager)$/.test(value)
        ? says('Session replication', range, 'information')
        : undefined,
  },
  {
    files: /\.ini$/,
    at: /(?:^|\.)(?:beaker\.)?session\.type$/,
    breach: ({ value, range }, { path }) =>
      value === 'memory' && !isForDevelopment(path) ? says('Beaker', range) : undefined,
  },
  {
    files: /(?:^|\/)conf\/app\.(?:conf|ini)$/,
    at: /(?:^|\.)session_?provider$/i,
    breach: ({ value, range }) => (value === 'memory' ? says('Beego', range) : undefined),
  },
  {
    files: /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/,
    at: /\.environment\.SESSION_DRIVER$/,
    breach: ({ value, range }, { path }) =>
      value === 'array' && !isForDevelopment(path) ? says('Laravel’s array driver', range) : undefined,
  },
];
