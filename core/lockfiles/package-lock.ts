import { defineLockfile } from '../lockfile';
import { asObject, readObject, Versions } from './shared/versions';
import { rangesIn } from './shared/wanted';

/** npm's package-lock.json and npm-shrinkwrap.json. https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
export default defineLockfile({
  id: 'package-lock',
  ecosystem: 'npm',
  manager: 'npm',
  names: ['package-lock.json', 'npm-shrinkwrap.json'],
  read(text) {
    const top = readObject(text);
    const versions = new Versions();
    const packages = asObject(top.packages);
    for (const [path, value] of Object.entries(packages)) {
      const at = path.lastIndexOf('node_modules/');
      const { version } = asObject(value);
      if (at >= 0 && typeof version === 'string') versions.add(path.slice(at + 13), version);
    }
    // Version 1 of the format knows `dependencies` only.
    for (const [name, value] of Object.entries(asObject(top.dependencies))) {
      const { version } = asObject(value);
      if (typeof version === 'string') versions.add(name, version);
    }
    return { versions: versions.all, wanted: '' in packages ? wantedBy(packages) : undefined };
  },
});

/** The package itself and those of its workspaces; what is installed has `node_modules/` in its path. */
function wantedBy(packages: Readonly<Record<string, unknown>>): Map<string, ReadonlyMap<string, string>> {
  const wanted = new Map<string, ReadonlyMap<string, string>>();
  for (const [path, value] of Object.entries(packages))
    if (!path.includes('node_modules/')) wanted.set(path, rangesIn(value));
  return wanted;
}
