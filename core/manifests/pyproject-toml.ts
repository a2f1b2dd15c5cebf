import {
  type Dependency,
  type DependencyKind,
  defineManifest,
  type Manifest,
  type ManifestTrait,
  type Script,
} from '../manifest';
import { emptyManifest } from './shared/empty';
import { resolvePath } from './shared/paths';
import { declareInPyproject } from './shared/pyproject-declare';
import { placeInPyproject } from './shared/pyproject-place';
import { arrayDependencies, tableDependencies, tableLocals } from './shared/python-table';
import { scriptFrom } from './shared/script';
import { isAt, readToml, stringOf, stringsOf, type TomlFile, type TomlLeaf, under } from './shared/toml';

/** PEP 621 and PEP 735, and what Poetry, PDM, Hatch, uv and Flit say in their own tables. */
export default defineManifest({
  id: 'pyproject-toml',
  ecosystem: 'pypi',
  files: /(?:^|\/)pyproject\.toml$/,
  parse,
  placeAt: (_path, text, offset) => placeInPyproject(text, offset),
  declare: declareInPyproject,
});

const NAMES = [
  ['project', 'name'],
  ['tool', 'poetry', 'name'],
  ['tool', 'flit', 'metadata', 'module'],
];
const RUNTIME_ARRAYS = [
  ['project', 'dependencies'],
  ['tool', 'flit', 'metadata', 'requires'],
];
const OPTIONAL_ARRAYS = [
  ['project', 'optional-dependencies', '*'],
  ['tool', 'flit', 'metadata', 'requires-extra', '*'],
];
const DEV_ARRAYS = [
  ['build-system', 'requires'],
  ['tool', 'uv', 'dev-dependencies'],
  ['tool', 'pdm', 'dev-dependencies', '*'],
  ['tool', 'hatch', 'envs', '*', 'dependencies'],
  ['tool', 'hatch', 'envs', '*', 'extra-dependencies'],
];
const COMMANDS = [
  ['project', 'scripts'],
  ['project', 'gui-scripts'],
  ['tool', 'poetry', 'scripts'],
];
const SCRIPTS = [
  ['tool', 'pdm', 'scripts'],
  ['tool', 'poe', 'tasks'],
  ['tool', 'taskipy', 'tasks'],
];

const LOCAL_TABLES = [
  ['tool', 'uv', 'sources'],
  ['tool', 'poetry', 'dependencies'],
  ['tool', 'poetry', 'group', '*', 'dependencies'],
];

function parse(path: string, text: string): Manifest {
  const toml = readToml(text);
  const { leaves } = toml;
  const named = leaves.find((leaf) => NAMES.some((name) => isAt(leaf, ...name)));
  const workspaces = leaves.find((leaf) => isAt(leaf, 'tool', 'uv', 'workspace', 'members'));
  const dependencies = dependenciesOf(text, leaves);
  return {
    ...emptyManifest(path, 'pypi', 'pyproject-toml'),
    name: named && stringOf(named.value)?.value,
    dependencies,
    scripts: scriptsOf(text, leaves),
    workspaces: workspaces ? stringsOf(workspaces.value).map(({ value }) => value) : [],
    includes: includesOf(path, leaves),
    overrides: leaves
      .filter((leaf) => isAt(leaf, 'tool', 'uv', 'override-dependencies'))
      .flatMap((leaf) => arrayDependencies(text, leaf, 'runtime')),
    locals: LOCAL_TABLES.flatMap((table) =>
      tableLocals(
        leaves.filter((leaf) => under(leaf, ...table)),
        table.length,
      ),
    ),
    traits: traitsOf(toml),
    problem: toml.problem,
  };
}

const DEV_GROUP =
  /^(?:dev|development|tests?|testing|lint|linting|format|typing|types|type-?check|mypy|docs?|documentation|qa|quality|ci|build|release|coverage|style|debug|local|tools?|tooling|pre-commit|bench|benchmarks?|profiling)(?:[-_.]|$)|[-_.](?:dev|tests?|docs?)$/i;
const MAIN_GROUP = /^(?:main|default|prod|production|runtime|app|server|web)$/i;

/** With the list it stands in: not all of those belong to what a lockfile pins. */
function placed({ path }: TomlLeaf): (dependency: Dependency) => Dependency {
  const section = path.map(({ name }) => name).join('.');
  return (dependency) => ({ ...dependency, section });
}

/** A group may be for anything; its name tells. */
function kindOfGroup(name = ''): DependencyKind {
  if (MAIN_GROUP.test(name)) return 'runtime';
  return DEV_GROUP.test(name) ? 'dev' : 'optional';
}

function dependenciesOf(text: string, leaves: readonly TomlLeaf[]): Dependency[] {
  const arrays = leaves.flatMap((leaf) => {
    const at = (paths: string[][]): boolean => paths.some((path) => isAt(leaf, ...path));
    if (at(RUNTIME_ARRAYS)) return arrayDependencies(text, leaf, 'runtime');
    if (at(OPTIONAL_ARRAYS)) return arrayDependencies(text, leaf, 'optional');
    if (isAt(leaf, 'dependency-groups', '*'))
      return arrayDependencies(text, leaf, kindOfGroup(leaf.path[1]?.name));
    return at(DEV_ARRAYS) ? arrayDependencies(text, leaf, 'dev').map(placed(leaf)) : [];
  });
  const poetry = leaves.filter((leaf) => under(leaf, 'tool', 'poetry', 'dependencies'));
  const oldDev = leaves.filter((leaf) => under(leaf, 'tool', 'poetry', 'dev-dependencies'));
  const groups = leaves.filter((leaf) => under(leaf, 'tool', 'poetry', 'group', '*', 'dependencies'));
  return [
    ...arrays,
    ...tableDependencies(poetry, 3, 'runtime').filter(({ name }) => name !== 'python'),
    ...tableDependencies(oldDev, 3, 'dev'),
    ...[...new Set(groups.map(({ path }) => path[3]?.name))].flatMap((name) =>
      tableDependencies(
        groups.filter(({ path }) => path[3]?.name === name),
        5,
        kindOfGroup(name),
      ),
    ),
  ];
}

/** Tasks whose command is one text: `name = "cmd"`, or `{ cmd = "…" }` and `{ shell = "…" }`. */
function scriptsOf(text: string, leaves: readonly TomlLeaf[]): Script[] {
  return leaves.flatMap((leaf) => {
    const base = SCRIPTS.find((path) => under(leaf, ...path));
    const key = base && leaf.path[base.length];
    const command = stringOf(leaf.value);
    const how = base && leaf.path[base.length + 1]?.name;
    if (!key || !command || leaf.path.length > base.length + 2) return [];
    if (how !== undefined && how !== 'cmd' && how !== 'shell') return [];
    return [scriptFrom(text, key.name, key.range, command)];
  });
}

/** Setuptools reads requirements from other files where `dynamic` says so. */
function includesOf(path: string, leaves: readonly TomlLeaf[]): string[] {
  return leaves.flatMap((leaf) => {
    if (!under(leaf, 'tool', 'setuptools', 'dynamic') || leaf.path.at(-1)?.name !== 'file') return [];
    const files = [stringOf(leaf.value) ?? [], stringsOf(leaf.value)].flat();
    return files.flatMap(({ value }) => resolvePath(path, value) ?? []);
  });
}

function traitsOf({ leaves, tables, problem }: TomlFile): Set<ManifestTrait> {
  const traits = new Set<ManifestTrait>();
  if (
    leaves.some((leaf) => isAt(leaf, 'project', 'classifiers') || isAt(leaf, 'tool', 'poetry', 'classifiers'))
  ) {
    traits.add('published');
  }
  if (leaves.some((leaf) => COMMANDS.some((path) => under(leaf, ...path)))) traits.add('command');
  const own = ['project', 'tool.poetry', 'tool.flit.metadata', 'dependency-groups'];
  const says = leaves.some((leaf) => own.some((table) => under(leaf, ...table.split('.'))));
  if (!says && problem === undefined && !tables.some(({ name }) => own.includes(name)))
    traits.add('tooling-only');
  return traits;
}
