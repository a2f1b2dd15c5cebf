import { defineLockfile } from '../lockfile';
import { linesOf, Versions } from './shared/versions';

/** `  /name@1.0.0(peer):`, `  '@scope/name@1.0.0':` and, before version 6, `  /name/1.0.0:`. */
const PACKAGE = /^ {2}'?\/?((?:@[^/@\s']+\/)?[^/@\s']+)[@/](\d[^('/_\s:]*)/;

/** pnpm-lock.yaml, line by line: such a file is long, and its writer keeps one form. https://pnpm.io/git#lockfiles */
export default defineLockfile({
  id: 'pnpm-lock',
  ecosystem: 'npm',
  manager: 'pnpm',
  names: ['pnpm-lock.yaml'],
  read(text) {
    const versions = new Versions();
    let inPackages = false;
    for (const line of linesOf(text)) {
      if (/^\S/.test(line)) inPackages = /^(?:packages|snapshots):/.test(line);
      const [, name, version] = inPackages ? (PACKAGE.exec(line) ?? []) : [];
      if (name !== undefined && version !== undefined) versions.add(name, version);
    }
    return { versions: versions.all, wanted: undefined };
  },
});
