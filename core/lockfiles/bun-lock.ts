import { parse } from 'jsonc-parser';
import { defineLockfile } from '../lockfile';
import { asList, asObject, Versions } from './shared/versions';
import { rangesIn } from './shared/wanted';

/** bun.lock: JSON with commas at the ends; bun.lockb is binary, so of it only its being there is known. */
export default defineLockfile({
  id: 'bun-lock',
  ecosystem: 'npm',
  manager: 'bun',
  names: ['bun.lock', 'bun.lockb'],
  read(text) {
    const versions = new Versions();
    const top = text.includes('\0') ? {} : asObject(parse(text, [], { allowTrailingComma: true }));
    for (const value of Object.values(asObject(top.packages))) {
      const [spec] = asList(value);
      const at = typeof spec === 'string' ? spec.lastIndexOf('@') : -1;
      if (typeof spec === 'string' && at > 0) versions.add(spec.slice(0, at), spec.slice(at + 1));
    }
    const members = Object.entries(asObject(top.workspaces)).map(
      ([path, value]) => [path, rangesIn(value)] as const,
    );
    return { versions: versions.all, wanted: members.length > 0 ? new Map(members) : undefined };
  },
});
