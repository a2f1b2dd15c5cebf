import { property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { classOf, says } from '../shared/apis';

/** `require('session-file-store')(session)` makes the store's class; `new FileStore()` of it would be the same breach again. */
const STORES = [
  'session-file-store',
  'connect-sqlite3',
  'connect-loki',
  'connect-nedb-session',
  'nedb-session-store',
  'better-sqlite3-session-store',
  'connect-lowdb',
];

export const javascript: readonly Api[] = [
  ...STORES.map((module) => classOf(module, module)),
  {
    calls: ['@adonisjs/session.defineConfig'],
    breach: (call) => {
      const store = property(call.args[0]?.value, 'store');
      return store && textOf(store) === 'file' ? says('AdonisJS’s file store', store.range) : undefined;
    },
  },
];
