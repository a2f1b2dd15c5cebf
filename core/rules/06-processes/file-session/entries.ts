import type { EntryCheck } from '../../../rule';
import { says } from '../shared/apis';
import { isForDevelopment, isKeyForDevelopment } from '../shared/environments';
import { removing, replacing } from '../shared/repairs';

const isDevelopment = (path: string, keys: readonly string[]): boolean =>
  isForDevelopment(path) || isKeyForDevelopment(keys);

export const entries: readonly EntryCheck[] = [
  {
    files: /(?:^|\/)(?:php[\w.-]*\.ini|\.user\.ini|[\w.-]+\.ini|[\w.-]+\.conf|\.htaccess)$/,
    at: /(?:^|\.|\[)session\.save_handler\]?$/,
    breach: ({ value, range }, { path }) =>
      value === 'files' && !isForDevelopment(path) ? says('PHP', range) : undefined,
  },
  {
    files: /(?:^|\/)(?:\.htaccess|[\w.-]+\.conf)$/,
    at: /(?:^|\.)php_(?:admin_)?value$/,
    breach: ({ value, range }) =>
      /^session\.save_handler\s+"?files"?$/.test(value) ? says('PHP', range) : undefined,
  },
  {
    files: /(?:^|\/)config\/(?:[^/]+\/)*[\w.-]+\.ya?ml$/,
    at: /^(?:when@prod\.)?framework\.session\.handler_id$/,
    breach: ({ value, range }, { path }) => {
      if (isForDevelopment(path)) return undefined;
      if (/^@?session\.handler\.native_file$/.test(value)) return says('The native file handler', range);
      return /^(?:null|~|)$/.test(value)
        ? says('PHP’s default session handler', range, 'information')
        : undefined;
    },
  },
  {
    files: /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/,
    at: /^server\.(?:servlet|reactive)?\.?session\.persistent$/,
    breach: ({ value, range, whole, keys }, { path }) =>
      value === 'true' && !isDevelopment(path, keys)
        ? removing(says('The servlet container', range), 'Do not write sessions to disk', whole)
        : undefined,
  },
  {
    files: /(?:^|\/)(?:context|server)\.xml$/,
    at: /(?:^|\.)(?:Store\.@className|Manager\.@pathname)$/,
    breach: ({ keys, value, range }) => {
      if (keys.at(-1) === '@pathname')
        return value === '' ? undefined : says('Tomcat’s manager', range, 'information');
      return value === 'org.apache.catalina.session.FileStore'
        ? says('Tomcat’s FileStore', range)
        : undefined;
    },
  },
  {
    files: /\.ini$/,
    at: /(?:^|\.)(?:beaker\.)?session\.type$/,
    breach: ({ value, range }, { path }) =>
      /^(?:file|dbm)$/.test(value) && !isForDevelopment(path) ? says('Beaker', range) : undefined,
  },
  {
    files: /(?:^|\/)conf\/app\.ini$/,
    at: /(?:^|\.)session_?provider$/i,
    breach: ({ value, range }) => (value === 'file' ? says('Beego', range) : undefined),
  },
  {
    files: /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/,
    at: /\.environment\.SESSION_DRIVER$/,
    breach: ({ value, range }, { path }) =>
      value === 'file' && !isForDevelopment(path)
        ? replacing(says('Laravel’s file driver', range), 'Keep sessions in Redis', range, 'redis')
        : undefined,
  },
];
