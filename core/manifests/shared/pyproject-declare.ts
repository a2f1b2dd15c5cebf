import type { DependencyKind } from '../../manifest';
import { eolOf, type TextEdit } from '../../text';
import { appendLines, insertInList, insertLine, lineAfter } from './insert';
import { arrayItems, tableItems } from './python-table';
import { normalizeName, requirementText } from './requirement';
import { isAt, rangeOf, readToml, stringsOf, type TomlFile, type TomlLeaf, under } from './toml';

interface Wanted {
  readonly text: string;
  readonly toml: TomlFile;
  readonly name: string;
  readonly version: string | undefined;
}

/** Where packages of one kind may be declared, in order of preference. */
interface Place {
  readonly arrays: readonly (readonly string[])[];
  readonly tables: readonly (readonly string[])[];
}

const RUNTIME: Place = {
  arrays: [['project', 'dependencies']],
  tables: [['tool', 'poetry', 'dependencies']],
};
const DEV: Place = {
  arrays: [
    ['dependency-groups', 'dev'],
    ['tool', 'uv', 'dev-dependencies'],
    ['tool', 'pdm', 'dev-dependencies', 'dev'],
    ['dependency-groups', 'test'],
  ],
  tables: [
    ['tool', 'poetry', 'group', 'dev', 'dependencies'],
    ['tool', 'poetry', 'dev-dependencies'],
  ],
};

/** Declares a package where a pyproject.toml keeps those of its kind, or opens the place its tool would look at. */
export function declareInPyproject(
  text: string,
  name: string,
  version: string | undefined,
  kind: DependencyKind,
): readonly TextEdit[] | undefined {
  const toml = readToml(text);
  if (toml.problem !== undefined) return undefined;
  const wanted: Wanted = { text, toml, name, version };
  const place = kind === 'dev' ? DEV : RUNTIME;
  return (
    inArray(wanted, place) ?? inTable(wanted, place) ?? (kind === 'dev' ? newGroup(wanted) : newList(wanted))
  );
}

function inArray({ text, toml, name, version }: Wanted, place: Place): TextEdit[] | undefined {
  const leaf = firstOf(place.arrays, (path) => toml.leaves.find((each) => isAt(each, ...path)));
  if (leaf?.value.type !== 'TOMLArray') return undefined;
  const { start, end } = rangeOf(leaf.value);
  const list = { inner: { start: start + 1, end: end - 1 }, items: arrayItems(text, leaf) };
  const quote = text[list.items[0]?.range.start ?? -1] === "'" ? "'" : '"';
  return insertInList(text, list, normalizeName(name), quote + requirementText(name, version, '>=') + quote);
}

function inTable({ text, toml, name, version }: Wanted, place: Place): TextEdit[] | undefined {
  const path = place.tables.find((each) => toml.tables.some((table) => table.name === each.join('.')));
  const table = toml.tables.find((each) => each.name === path?.join('.'));
  if (!path || !table) return undefined;
  const own = (leaf: TomlLeaf): boolean => under(leaf, ...path) && inside(leaf.range, table.range);
  const items = tableItems(toml.leaves.filter(own), path.length);
  const line = poetryLine(name, version);
  return items.length > 0
    ? insertLine(text, items, normalizeName(name), line)
    : [lineAfter(text, table.range.end, line)];
}

function newList({ text, toml, name, version }: Wanted): TextEdit[] | undefined {
  const eol = eolOf(text);
  const project = toml.tables.find((table) => table.name === 'project');
  const dynamic = toml.leaves.find((leaf) => isAt(leaf, 'project', 'dynamic'));
  if (dynamic && stringsOf(dynamic.value).some(({ value }) => value === 'dependencies')) return undefined;
  const lines = ['dependencies = [', `    "${requirementText(name, version, '>=')}",`, ']'].join(eol);
  if (project) return [lineAfter(text, project.range.end, lines)];
  if (!isPoetry(toml)) return undefined;
  return [appendLines(text, ['', '[tool.poetry.dependencies]', poetryLine(name, version)].join(eol))];
}

function newGroup({ text, toml, name, version }: Wanted): TextEdit[] | undefined {
  const eol = eolOf(text);
  const project = toml.tables.some((table) => table.name === 'project');
  if (isPoetry(toml) && !project) {
    return [
      appendLines(text, ['', '[tool.poetry.group.dev.dependencies]', poetryLine(name, version)].join(eol)),
    ];
  }
  if (!project) return undefined;
  const list = ['dev = [', `    "${requirementText(name, version, '>=')}",`, ']'];
  const groups = toml.tables.find((table) => table.name === 'dependency-groups');
  if (groups) return [lineAfter(text, groups.range.end, list.join(eol))];
  return [appendLines(text, ['', '[dependency-groups]', ...list].join(eol))];
}

function isPoetry(toml: TomlFile): boolean {
  return toml.tables.some((table) => table.name === 'tool.poetry');
}

export function poetryLine(name: string, version: string | undefined): string {
  const range =
    version === undefined || version === '' ? '*' : /^[0-9]/.test(version) ? `^${version}` : version;
  return `${name} = "${range}"`;
}

function inside(inner: { start: number; end: number }, outer: { start: number; end: number }): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function firstOf<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
