import { defineLockfile } from '../lockfile';
import { asObject, readObject, Versions } from './shared/versions';

/** NuGet's packages.lock.json. https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files */
export default defineLockfile({
  id: 'packages-lock',
  ecosystem: 'nuget',
  manager: 'dotnet',
  names: ['packages.lock.json'],
  read(text) {
    const versions = new Versions();
    for (const packages of Object.values(asObject(readObject(text).dependencies))) {
      for (const [name, value] of Object.entries(asObject(packages))) {
        const { resolved } = asObject(value);
        if (typeof resolved === 'string') versions.add(name.toLowerCase(), resolved);
      }
    }
    return { versions: versions.all, wanted: undefined };
  },
});
