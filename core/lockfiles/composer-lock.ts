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
    const namespaces = new Map<string, string>();
    for (const value of [...asList(top.packages), ...asList(top['packages-dev'])]) {
      const { name, version, replace, provide, autoload } = asObject(value);
      for (const stands of [replace, provide])
        for (const other of Object.keys(asObject(stands))) provides.add(other.toLowerCase());
      if (typeof name === 'string' && typeof version === 'string')
        versions.add(name.toLowerCase(), version.replace(/^v(?=\d)/, ''));
      if (typeof name !== 'string') continue;
      for (const space of namespacesOf(autoload)) {
        const other = namespaces.get(space) ?? name.toLowerCase();
        namespaces.set(space, other === name.toLowerCase() ? other : '');
      }
    }
    return { versions: versions.all, wanted: undefined, provides, namespaces };
  },
});

/** What a package says of the folders of its classes, without the last `\` of each namespace. */
function namespacesOf(autoload: unknown): string[] {
  const { 'psr-4': folders, 'psr-0': old } = asObject(autoload);
  // The old form often names the maker alone, whose other packages are elsewhere.
  const named = Object.keys(asObject(old)).filter((prefix) => /[\\_]\w/.test(prefix));
  return [...Object.keys(asObject(folders)), ...named]
    .map((prefix) => prefix.replace(/[\\_]$/, ''))
    .filter((prefix) => /^[A-Za-z]/.test(prefix));
}
