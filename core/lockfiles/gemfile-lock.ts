import { defineLockfile } from '../lockfile';
import { linesOf, Versions } from './shared/versions';

/** Bundler's Gemfile.lock: gems stand four blanks deep, what the Gemfile asked for under `DEPENDENCIES`. */
export default defineLockfile({
  id: 'gemfile-lock',
  ecosystem: 'rubygems',
  manager: 'bundle',
  names: ['Gemfile.lock', 'gems.locked'],
  read(text) {
    const versions = new Versions();
    const wanted = new Map<string, string>();
    let section = '';
    for (const line of linesOf(text)) {
      if (/^\S/.test(line)) section = line.trim();
      const [, gem, version] = /^ {4}([\w.-]+) \(([\w.]+)(?:-[\w.-]+)?\)$/.exec(line) ?? [];
      if (gem !== undefined && version !== undefined) versions.add(gem, version);
      const [, asked, range] = /^ {2}([\w.-]+)!?(?: \((.*)\)!?)?$/.exec(line) ?? [];
      if (section === 'DEPENDENCIES' && asked !== undefined) wanted.set(asked, range ?? '');
    }
    return { versions: versions.all, wanted: wanted.size > 0 ? new Map([['', wanted]]) : undefined };
  },
});
