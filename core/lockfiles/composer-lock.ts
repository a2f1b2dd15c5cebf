import { defineLockfile } from '../lockfile';
import { asList, asObject, readObject, Versions } from './shared/versions';

/** Composer's composer.lock. */
export default defineLockfile({
  id: 'composer-lock',
  ecosystem: 'packagist',
  manager: 'composer',
  names: ['composer.lock'],
  read(text) {
    const top = readObject(text);
    const versions = new Versions();
    const provides = new Set<string>();
    for (const value of [...asList(top.packages), ...asList(top['packages-dev'])]) {
      const { name, version, replace, provide } = asObject(value);
      for (const stands of [replace, provide])
        for (const other of Object.keys(asObject(stands))) provides.add(other.toLowerCase());
      if (typeof name === 'string' && typeof version === 'string')
        versions.add(name.toLowerCase(), version.replace(/^v(?=\d)/, ''));
    }
    return { versions: versions.all, wanted: undefined, provides };
  },
});
