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
    const answers = new Set<string>();
    let name: string | undefined;
    for (const line of linesOf(text)) {
      if (/^\S/.test(line)) {
        name = HEADER.exec(line)?.[1];
        for (const request of name === undefined ? [] : requestsOf(line)) answers.add(request);
      }
      const version = /^ {2}"?version"?:? "?([^"\s]+)"?$/.exec(line)?.[1];
      if (name === undefined || version === undefined) continue;
      if (version !== '0.0.0-use.local') versions.add(name, version);
      name = undefined;
    }
    return { versions: versions.all, wanted: undefined, answers };
  },
});

/** `"ms@^1", ms@2:` and `"ms@npm:^1, ms@npm:2":`; the registry is what is meant where no protocol stands. */
function requestsOf(header: string): string[] {
  return header
    .replace(/:\s*$/, '')
    .split(/,\s*/)
    .map((request) => request.replace(/^"|"$/g, '').replace('@npm:', '@'));
}
