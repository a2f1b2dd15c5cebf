import type { StringFact } from '../../facts/fact';
import { textOf } from '../../facts/values';
import { type Breach, defineRule, notAppCode, notServices } from '../../rule';
import { csharp } from './file-session/csharp';
import { entries } from './file-session/entries';
import { flaskRedis } from './file-session/flask';
import { go } from './file-session/go';
import { java } from './file-session/java';
import { javascript } from './file-session/javascript';
import { configured, php } from './file-session/php';
import { python } from './file-session/python';
import { ruby } from './file-session/ruby';
import { rust } from './file-session/rust';
import { filedSessions } from './memory-session/django';
import { referenceOf, says } from './shared/apis';
import { repairing, replacing } from './shared/repairs';

const DJANGO_FILE = 'django.contrib.sessions.backends.file';
const DJANGO_DATABASE = 'django.contrib.sessions.backends.db';
const SYMFONY_FILE = 'session.handler.native_file';
/** Names that hold the kind of a session store, the kinds that are files, and whose they are. */
const SETTINGS: readonly (readonly [name: RegExp, value: RegExp, what: string])[] = [
  [/^SESSION_TYPE$/, /^filesystem$/, 'Flask-Session'],
  [/^(?:beaker\.)?session\.type$/, /^(?:file|dbm)$/, 'Beaker'],
  [/^tools\.sessions\.storage_type$/, /^file$/, 'CherryPy'],
  [/^sess_driver$/, /^files$/, 'CodeIgniter'],
];

function setting({ holder, value, enclosure }: StringFact): Breach | undefined {
  const { text, range } = value;
  const name = holder?.name ?? '';
  if (text === DJANGO_FILE && name === 'SESSION_ENGINE') {
    const inner = { start: range.start + 1, end: range.end - 1 };
    // Where a branch says so, the deploy has chosen it.
    const severity = enclosure.inBranch ? 'information' : undefined;
    return replacing(
      says('Django', range, severity),
      'Keep sessions in the database',
      inner,
      DJANGO_DATABASE,
    );
  }
  if (text === SYMFONY_FILE && name === 'handler_id') return says('The native file handler', range);
  if (name === 'SESSION_FILE_PATH') return says('Django', range);
  const known = SETTINGS.find(([held, kinds]) => held.test(name) && kinds.test(text));
  if (!known) return undefined;
  return { ...says(known[2], range), ...(name === 'SESSION_TYPE' ? { repair: { to: 'flask' } } : {}) };
}

export default defineRule({
  id: 'processes/file-session',
  title: 'Session state on the local disk',
  severity: 'warning',
  message:
    '{what} keeps sessions on the local disk, where no other process sees them and a restart loses them. Keep them in a backing service.',
  skip: notAppCode,
  skipApps: notServices,
  calls: { javascript, python, ruby, php, java, go, csharp, rust },
  strings: {
    containing: [DJANGO_FILE, SYMFONY_FILE],
    heldBy: [
      'SESSION_FILE_PATH',
      'SESSION_TYPE',
      'session.type',
      'sessions.storage_type',
      'sess_driver',
      "'save'",
      "'defaults'",
    ],
    breach: (fact, { path }) => setting(fact) ?? configured(fact, path),
  },
  given: {
    names: ['SESSION_CACHELIB', 'SESSION_ENGINE', 'SESSION_CACHE_ALIAS', 'CACHES', 'SessionProvider'],
    breach: ({ holder, value, range, enclosure }) => {
      if (holder.name === 'SessionProvider')
        return textOf(value) === 'file'
          ? says('Beego’s file provider', range, enclosure.inBranch ? 'information' : 'warning')
          : undefined;
      return /^cachelib\.(?:file\.)?FileSystemCache$/.test(referenceOf(value) ?? '')
        ? says('Flask-Session', range)
        : undefined;
    },
  },
  whole: filedSessions,
  imports: {
    suspects: ({ module }, { path }) =>
      module === 'CodeIgniter\\Session\\Handlers\\FileHandler' && /(?:^|\/)Config\/Session\.php$/.test(path),
    breach: (fact) => says('CodeIgniter’s FileHandler', fact.import.range),
  },
  entries,
  notFor: {
    shell: 'A script serves no requests and keeps nothing between them.',
  },
  fix: (finding, text, app) =>
    finding.breach.repair?.to === 'flask' ? flaskRedis(finding, text, app) : repairing(finding, text, app),
});
