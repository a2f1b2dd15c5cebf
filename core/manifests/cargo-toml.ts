import {
  type Dependency,
  type DependencyKind,
  defineManifest,
  type Manifest,
  type ManifestTrait,
} from '../manifest';
import { eolOf } from '../text';
import { emptyManifest } from './shared/empty';
import { appendLines, insertLine, lineAfter } from './shared/insert';
import { tableEntries, tableLocals } from './shared/python-table';
import { isAt, readToml, stringOf, stringsOf, type TomlLeaf, under } from './shared/toml';

const SECTIONS: readonly [readonly string[], DependencyKind][] = [
  [['dependencies'], 'runtime'],
  [['dev-dependencies'], 'dev'],
  [['build-dependencies'], 'dev'],
  [['workspace', 'dependencies'], 'runtime'],
  [['target', '*', 'dependencies'], 'runtime'],
  [['target', '*', 'dev-dependencies'], 'dev'],
  [['target', '*', 'build-dependencies'], 'dev'],
];

/** Cargo's manifest. https://doc.rust-lang.org/cargo/reference/manifest.html */
export default defineManifest({
  id: 'cargo-toml',
  ecosystem: 'crates',
  files: /(?:^|\/)Cargo\.toml$/,
  parse,
  declare(text, name, version, kind) {
    const { leaves, tables, problem } = readToml(text);
    if (problem !== undefined) return undefined;
    const section = kind === 'dev' ? 'dev-dependencies' : 'dependencies';
    const line = `${name} = "${version === undefined || version === '' ? '*' : version}"`;
    const table = tables.find((each) => each.name === section);
    const items = leaves
      .filter(({ range }) => table && range.start > table.range.start && range.end <= table.range.end)
      .map((leaf) => ({ key: leaf.path[1]?.name ?? '', range: leaf.range }));
    if (items.length > 0) return insertLine(text, items, name, line);
    if (table) return [lineAfter(text, table.range.end, line)];
    return [appendLines(text, [...(text === '' ? [] : ['']), `[${section}]`, line].join(eolOf(text)))];
  },
});

function parse(path: string, text: string): Manifest {
  const { leaves, tables, problem } = readToml(text);
  const name = leaves.find((leaf) => isAt(leaf, 'package', 'name'));
  return {
    ...emptyManifest(path, 'crates', 'cargo-toml'),
    name: name && stringOf(name.value)?.value,
    dependencies: SECTIONS.flatMap(([section, kind]) => dependenciesOf(leaves, section, kind)),
    overrides: dependenciesOf(leaves, ['patch', '*'], 'runtime'),
    locals: [...SECTIONS.map(([section]) => section), ['patch', '*']].flatMap((section) =>
      tableLocals(
        leaves.filter((leaf) => under(leaf, ...section)),
        section.length,
      ),
    ),
    workspaces: leaves
      .filter((leaf) => isAt(leaf, 'workspace', 'members'))
      .flatMap((leaf) => stringsOf(leaf.value).map(({ value }) => value)),
    traits: traitsOf(tables.map((table) => table.name)),
    problem,
  };
}

/** A package taken under another name (`package = "…"`) is known by the name that code uses. */
function dependenciesOf(
  leaves: readonly TomlLeaf[],
  section: readonly string[],
  kind: DependencyKind,
): Dependency[] {
  const depth = section.length;
  const own = leaves.filter((leaf) => under(leaf, ...section) && leaf.path.length > depth);
  return tableEntries(own, depth).map(({ name, nameRange, leaves: said }) => {
    const version = said.find(
      (leaf) => leaf.path.length === depth + 1 || leaf.path[depth + 1]?.name === 'version',
    );
    const text = version && stringOf(version.value);
    const real = said.find(({ path }) => path.at(-1)?.name === 'package' && path.length === depth + 2);
    const packageName = real && stringOf(real.value)?.value;
    return {
      name,
      nameRange,
      version: text?.value,
      versionRange: text?.content,
      kind,
      ...(packageName === undefined ? {} : { packageName }),
    };
  });
}

function traitsOf(tables: readonly string[]): Set<ManifestTrait> {
  const library = tables.includes('lib') && !tables.includes('bin');
  const holdsPackage = tables.includes('package');
  return new Set(library ? ['published'] : holdsPackage ? [] : ['tooling-only']);
}
