import { defineRule, notAppCode, notServices } from '../../rule';
import { serverDriver } from '../shared/server-driver';
import { csharp } from './embedded-datastore/csharp';
import { go } from './embedded-datastore/go';
import { java } from './embedded-datastore/java';
import { javascript } from './embedded-datastore/javascript';
import { php } from './embedded-datastore/php';
import { python } from './embedded-datastore/python';
import { ruby } from './embedded-datastore/ruby';
import { rust } from './embedded-datastore/rust';
import { addressGem, addressInCode, entries, schemes } from './embedded-datastore/urls';
import { says } from './shared/apis';
import { djangoDatabase } from './shared/django';
import { isForDevelopment } from './shared/environments';
import { repairing } from './shared/repairs';

const DJANGO_SQLITE = 'django.db.backends.sqlite3';

export default defineRule({
  id: 'processes/embedded-datastore',
  title: 'Database in files of one process',
  severity: 'hint',
  message:
    '{what} keeps data with one process, where other processes do not see it and a new release may wipe it. Keep it in a database that is reached over the network.',
  skip: notAppCode,
  skipApps: notServices,
  calls: { javascript, python, ruby, php, java, go, csharp, rust },
  strings: {
    containing: [DJANGO_SQLITE, ...schemes],
    breach: (fact, { path }, app) => {
      // What stands in where no server is named is a matter of parity.
      if (fact.fallback && serverDriver(app) !== undefined) return undefined;
      if (fact.value.text !== DJANGO_SQLITE) return addressInCode(fact, path);
      // Many projects start so, and let the deploy put another in its place further down.
      return fact.holder?.name === 'ENGINE' && !isForDevelopment(path)
        ? { ...says('Django with SQLite', fact.value.range, 'information'), repair: { to: 'django' } }
        : undefined;
    },
  },
  entries,
  notFor: {
    shell: 'A script serves no requests and keeps nothing between them.',
  },
  fix: (finding, text, app) =>
    finding.breach.repair?.to === 'django'
      ? djangoDatabase(finding, text, app)
      : repairing(finding, text, app).map((fix) => ({
          ...fix,
          edits: [...fix.edits, ...addressGem(finding, app)],
        })),
});
