import { defineLockfile } from '../lockfile';
import { linesOf, Versions } from './shared/versions';

/** go.sum: the hashes of every module that a build may need. https://go.dev/ref/mod#go-sum-files */
export default defineLockfile({
  id: 'go-sum',
  ecosystem: 'go',
  manager: 'go',
  names: ['go.sum'],
  read(text) {
    const versions = new Versions();
    for (const line of linesOf(text)) {
      const [module, version] = line.split(' ');
      if (module && version && !version.endsWith('/go.mod')) versions.add(module, version);
    }
    return { versions: versions.all, wanted: undefined };
  },
});
