import { defineManifest, type Manifest, type Script } from '../manifest';
import { eolOf } from '../text';
import { emptyManifest } from './shared/empty';
import { appendLines, insertLine, lineAfter } from './shared/insert';
import { tableDependencies, tableItems, tableLocals } from './shared/python-table';
import { normalizeName, requirementText } from './shared/requirement';
import { scriptFrom } from './shared/script';
import { readToml, stringOf, type TomlLeaf, under } from './shared/toml';
import { placeInTable, tableAt } from './shared/typed';

/** Tables of a Pipfile that hold no packages; any other one is a category of them. */
const OTHER_TABLES = new Set(['source', 'requires', 'scripts', 'pipenv', 'dev-packages', 'packages']);

/** Pipenv's Pipfile. */
export default defineManifest({
  id: 'pipfile',
  ecosystem: 'pypi',
  files: /(?:^|\/)Pipfile$/,
  parse,
  placeAt(_path, text, offset) {
    const table = tableAt(text, offset);
    if (table !== 'packages' && table !== 'dev-packages') return undefined;
    return placeInTable(text, offset, table === 'packages' ? 'runtime' : 'dev', lineOf);
  },
  declare(text, name, version, kind) {
    const toml = readToml(text);
    if (toml.problem !== undefined) return undefined;
    const section = kind === 'dev' ? 'dev-packages' : 'packages';
    const line = lineOf(name, version);
    const items = tableItems(
      toml.leaves.filter((leaf) => under(leaf, section)),
      1,
    );
    if (items.length > 0) return insertLine(text, items, normalizeName(name), line);
    const table = toml.tables.find((each) => each.name === section);
    if (table) return [lineAfter(text, table.range.end, line)];
    return [appendLines(text, [...(text === '' ? [] : ['']), `[${section}]`, line].join(eolOf(text)))];
  },
});

function lineOf(name: string, version: string | undefined): string {
  return `${name} = "${requirementText('', version, '==') || '*'}"`;
}

function parse(path: string, text: string): Manifest {
  const { leaves, problem } = readToml(text);
  const others = leaves.filter((leaf) => !OTHER_TABLES.has(leaf.path[0]?.name ?? ''));
  const dependencies = [
    ...tableDependencies(
      leaves.filter((leaf) => under(leaf, 'packages')),
      1,
      'runtime',
    ),
    ...tableDependencies(
      leaves.filter((leaf) => under(leaf, 'dev-packages')),
      1,
      'dev',
    ),
    ...tableDependencies(others, 1, 'dev'),
  ];
  const tooling = dependencies.length === 0 && problem === undefined;
  return {
    ...emptyManifest(path, 'pypi', 'pipfile'),
    dependencies,
    locals: tableLocals(leaves, 1),
    scripts: leaves.flatMap((leaf) => scriptOf(text, leaf)),
    traits: new Set(tooling ? (['tooling-only'] as const) : []),
    problem,
  };
}

function scriptOf(text: string, leaf: TomlLeaf): Script[] {
  const key = leaf.path[1];
  const command = stringOf(leaf.value);
  if (!under(leaf, 'scripts') || leaf.path.length !== 2 || !key || !command) return [];
  return [scriptFrom(text, key.name, key.range, command)];
}
