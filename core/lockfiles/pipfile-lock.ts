import { defineLockfile } from '../lockfile';
import { normalizeName } from '../manifests/shared/requirement';
import { asObject, readObject, Versions } from './shared/versions';

/** Pipenv's Pipfile.lock. */
export default defineLockfile({
  id: 'pipfile-lock',
  ecosystem: 'pypi',
  manager: 'pipenv',
  names: ['Pipfile.lock'],
  read(text) {
    const versions = new Versions();
    for (const [section, packages] of Object.entries(readObject(text))) {
      if (section.startsWith('_')) continue;
      for (const [name, value] of Object.entries(asObject(packages))) {
        const { version } = asObject(value);
        if (typeof version === 'string') versions.add(normalizeName(name), version.replace(/^==/, ''));
      }
    }
    return { versions: versions.all, wanted: undefined };
  },
});
