import type { CallFact } from '../../facts/fact';
import { argumentAt, textOf } from '../../facts/values';
import { type Breach, defineRule, type Fixer, notAppCode, notServices } from '../../rule';

const DJANGO_FILE = 'django.contrib.sessions.backends.file';
const SETTINGS = /^(?:SESSION_TYPE|session\.type|beaker\.session\.type|tools\.sessions\.storage_type)$/;

const storeOf = (call: CallFact): Breach => ({
  range: call.range,
  words: { store: call.callee.replace(/\(\)$/, '') },
});

const toDatabase: Fixer = (finding) => {
  if (finding.breach.repair?.to !== 'django-db') return [];
  const newText = 'django.contrib.sessions.backends.db';
  const { start, end } = finding.range;
  return [
    {
      title: 'Keep sessions in the database',
      kind: 'suggestion',
      edits: [{ path: finding.path, range: { start: start + 1, end: end - 1 }, newText }],
    },
  ];
};

export default defineRule({
  id: 'processes/file-session',
  title: 'Session state on the local disk',
  severity: 'warning',
  message:
    '{store} keeps sessions on the local disk, where no other process sees them and a restart loses them. Keep them in a backing service.',
  skip: notAppCode,
  skipApps: notServices,
  calls: {
    javascript: [
      {
        calls: [
          'session-file-store',
          'connect-sqlite3',
          'connect-loki',
          'connect-nedb-session',
          'nedb-session-store',
          'better-sqlite3-session-store',
          'connect-lowdb',
        ],
        // `require('session-file-store')(session)` makes the store's class; `new FileStore()` of it would be the same breach again.
        breach: (call) => (call.construct ? undefined : storeOf(call)),
      },
    ],
    python: [
      {
        calls: ['web.session.DiskStore', 'web.session.ShelfStore', 'cachelib.file.FileSystemCache'],
        breach: (call) => (call.callee.startsWith('web.') ? storeOf(call) : undefined),
      },
      {
        calls: [
          '?.config.from_mapping',
          '?.config.update',
          'flask.Flask().config.from_mapping',
          'flask.Flask().config.update',
        ],
        breach: (call) => {
          const type = argumentAt(call.args, 99, 'SESSION_TYPE');
          return type && textOf(type) === 'filesystem'
            ? { range: type.range, words: { store: 'Flask-Session' } }
            : undefined;
        },
      },
    ],
  },
  strings: {
    containing: [DJANGO_FILE],
    heldBy: ['SESSION_TYPE', 'session.type', 'sessions.storage_type'],
    breach: (fact) => {
      const range = fact.value.range;
      if (fact.value.text === DJANGO_FILE && fact.holder?.name === 'SESSION_ENGINE') {
        return { range, words: { store: 'Django' }, repair: { to: 'django-db' } };
      }
      if (!SETTINGS.test(fact.holder?.name ?? '') || !/^(?:filesystem|file|dbm)$/.test(fact.value.text))
        return undefined;
      return {
        range,
        words: { store: fact.holder?.name === 'SESSION_TYPE' ? 'Flask-Session' : 'The session middleware' },
      };
    },
  },
  fix: toDatabase,
});
