import { defineLockfile } from '../lockfile';
import { linesOf, Versions } from './shared/versions';

/** `  /name@1.0.0(peer):`, `  '@scope/name@1.0.0':` and, before version 6, `  /name/1.0.0:`. */
const PACKAGE = /^ {2}'?\/?((?:@[^/@\s']+\/)?[^/@\s']+)[@/](\d[^('/_\s:]*)/;
/** A line of a nested mapping: its indent, its key, its value. */
const ENTRY = /^( {0,20})(?:'([^']{0,300})'|"([^"]{0,300})"|([^\s'":][^:]{0,300})):(?: {1,4}(\S.{0,500}))?$/;
const SECTIONS = new Set(['dependencies', 'devDependencies', 'optionalDependencies', 'specifiers']);

/** pnpm-lock.yaml, line by line: such a file is long, and its writer keeps one form. https://pnpm.io/git#lockfiles */
export default defineLockfile({
  id: 'pnpm-lock',
  ecosystem: 'npm',
  manager: 'pnpm',
  names: ['pnpm-lock.yaml'],
  read(text) {
    const versions = new Versions();
    const importers = new Importers();
    let section = '';
    for (const line of linesOf(text)) {
      if (/^\S/.test(line)) section = line.slice(0, line.indexOf(':'));
      if (section === 'packages' || section === 'snapshots') {
        const [, name, version] = PACKAGE.exec(line) ?? [];
        if (name !== undefined && version !== undefined) versions.add(name, version);
      } else importers.read(line, section);
    }
    return { versions: versions.all, wanted: importers.wanted.size > 0 ? importers.wanted : undefined };
  },
});

/** What each member asked for: under `importers`, or at the top where there is but one. */
class Importers {
  readonly wanted = new Map<string, Map<string, string>>();
  #path: string[] = [];

  read(line: string, section: string): void {
    const [, indent = '', single, double, plain, value = ''] = ENTRY.exec(line) ?? [];
    const key = single ?? double ?? plain;
    if (key === undefined || (section !== 'importers' && !SECTIONS.has(section))) return;
    const depth = indent.length / 2;
    this.#path = [...this.#path.slice(0, depth), key];
    const [folder, kind, name, what] = section === 'importers' ? this.#path.slice(1) : ['.', ...this.#path];
    if (folder === undefined) return;
    const member = folder === '.' ? '' : folder;
    const ranges = this.wanted.get(member) ?? new Map<string, string>();
    this.wanted.set(member, ranges);
    if (name === undefined || kind === undefined) return;
    const said = kind === 'specifiers' ? what === undefined : what === 'specifier';
    if (said) ranges.set(name, value.replace(/^(['"])(.*)\1$/, '$2'));
  }
}
