import { defineLockfile } from '../lockfile';
import { linesOf, Versions } from './shared/versions';

const HEADER = /^"?((?:@[^/"@\s]+\/)?[^"@\s]+)@/;

/** yarn.lock of Yarn 1 and of Yarn 2 and later, whose lines differ in quotes and colons only. */
export default defineLockfile({
  id: 'yarn-lock',
  ecosystem: 'npm',
  manager: 'yarn',
  names: ['yarn.lock'],
  read(text) {
    const versions = new Versions();
    let name: string | undefined;
    for (const line of linesOf(text)) {
      if (/^\S/.test(line)) name = HEADER.exec(line)?.[1];
      const version = /^ {2}"?version"?:? "?([^"\s]+)"?$/.exec(line)?.[1];
      if (name === undefined || version === undefined) continue;
      if (version !== '0.0.0-use.local') versions.add(name, version);
      name = undefined;
    }
    return { versions: versions.all, wanted: undefined };
  },
});
