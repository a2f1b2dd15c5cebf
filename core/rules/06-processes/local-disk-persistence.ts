import type { App } from '../../app';
import type { GivenFact, StringFact } from '../../facts/fact';
import { textOf } from '../../facts/values';
import { type Breach, defineRule, notAppCode, notServices } from '../../rule';
import { entries } from './local-disk-persistence/entries';
import { javascript } from './local-disk-persistence/javascript';
import { csharp, go, java, rust } from './local-disk-persistence/others';
import { php, python, ruby } from './local-disk-persistence/scripting';
import { says } from './shared/apis';
import { djangoFiles } from './shared/django';
import { isForDevelopment } from './shared/environments';
import { repairing, replacing } from './shared/repairs';
import { keptFolder } from './shared/uploads';

const DJANGO_FILES = 'django.core.files.storage.FileSystemStorage';
/** Folders that Flask apps keep uploads in: Flask's own name, and those of Flask-Uploads. */
const FLASK = /^UPLOAD(?:_FOLDER|ED_\w+_DEST)$/;

function djangoStorage({ holder, value }: StringFact): Breach | undefined {
  if (value.text !== DJANGO_FILES) return undefined;
  const isDefault =
    holder?.name === 'DEFAULT_FILE_STORAGE' || (holder?.name === 'BACKEND' && holder.owner === 'default');
  // Who names what Django does anyway mostly does so beside an object store that the deploy may choose.
  if (!isDefault) return undefined;
  return { ...says('Django’s FileSystemStorage', value.range, 'information'), repair: { to: 'django' } };
}

function setting({ holder, value, range }: GivenFact, app: App): Breach | undefined {
  if (FLASK.test(holder.name)) {
    const found = keptFolder(value);
    return found && says('This upload folder', range, found);
  }
  const kind = textOf(value);
  // Who has not installed its tables attaches no file.
  const isInstalled = [...app.tree.paths].some((path) => /\/\d+_create_active_storage_tables\b/.test(path));
  if (isInstalled && holder.name === 'service' && holder.owner === 'active_storage' && kind === 'local') {
    return replacing(
      says('Active Storage’s disk service', range),
      'Use the service “amazon”',
      range,
      ':amazon',
    );
  }
  const isCarrierWave = holder.name === 'storage' && holder.owner === 'config' && kind === 'file';
  // Initializers mostly choose it in one of several branches.
  return isCarrierWave ? says('CarrierWave', range, 'information') : undefined;
}

export default defineRule({
  id: 'processes/local-disk-persistence',
  title: 'Files of users on the local disk',
  severity: 'warning',
  message:
    '{what} keeps files of users on the disk of one process, which other processes do not see and a new release may wipe. Keep them in an object store or another backing service.',
  skip: notAppCode,
  skipApps: notServices,
  calls: { javascript, python, ruby, php, java, go, csharp, rust },
  strings: {
    containing: [DJANGO_FILES],
    breach: (fact, { path }) => (isForDevelopment(path) ? undefined : djangoStorage(fact)),
  },
  given: {
    names: ['UPLOAD_FOLDER', 'UPLOADED_', 'active_storage.service', 'config.storage'],
    breach: (fact, { path }, app) => (isForDevelopment(path) ? undefined : setting(fact, app)),
  },
  entries,
  notFor: {
    shell: 'A script serves no requests and keeps nothing between them.',
  },
  fix: (finding, text, app) =>
    finding.breach.repair?.to === 'django' ? djangoFiles(finding, text, app) : repairing(finding, text, app),
});
