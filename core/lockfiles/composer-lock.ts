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
    for (const value of [...asList(top.packages), ...asList(top['packages-dev'])]) {
      const { name, version } = asObject(value);
      if (typeof name === 'string' && typeof version === 'string')
        versions.add(name.toLowerCase(), version.replace(/^v(?=\d)/, ''));
    }
    return { versions: versions.all, wanted: undefined };
  },
});
