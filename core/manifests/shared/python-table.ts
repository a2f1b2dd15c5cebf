import type { Dependency, DependencyKind, LocalPath } from '../../manifest';
import type { Range } from '../../text';
import type { Item } from './insert';
import { dependencyOf, normalizeName, readRequirement } from './requirement';
import { stringOf, stringsOf, type TomlLeaf } from './toml';

/** The packages of a TOML array of requirement strings. */
export function arrayDependencies(text: string, leaf: TomlLeaf, kind: DependencyKind): Dependency[] {
  return stringsOf(leaf.value).flatMap(({ content }) => {
    const requirement = readRequirement(text, content.start, content.end);
    return requirement ? [dependencyOf(requirement, kind)] : [];
  });
}

/** The items of such an array, for a new one to find its place. */
export function arrayItems(text: string, leaf: TomlLeaf): Item[] {
  return stringsOf(leaf.value).map(({ content, range, value }) => ({
    key: readRequirement(text, content.start, content.end)?.name ?? value,
    range,
  }));
}

/** A package of a table `name = "version"` or `name = { version = "…" }`, with all leaves that speak of it. */
export interface TableEntry {
  readonly name: string;
  readonly nameRange: Range;
  readonly leaves: TomlLeaf[];
}

/** Groups the leaves of package tables by package: the key at `depth` is the name. */
export function tableEntries(leaves: readonly TomlLeaf[], depth: number): TableEntry[] {
  const entries = new Map<string, TableEntry>();
  for (const leaf of leaves) {
    const key = leaf.path[depth];
    if (key === undefined) continue;
    const path = leaf.path.slice(0, depth).map((part) => part.name);
    const id = [...path, normalizeName(key.name)].join('\n');
    const entry = entries.get(id) ?? { name: key.name, nameRange: key.range, leaves: [] };
    entry.leaves.push(leaf);
    entries.set(id, entry);
  }
  return [...entries.values()];
}

/** The packages of a table as Poetry and Pipenv write them. */
export function tableDependencies(
  leaves: readonly TomlLeaf[],
  depth: number,
  kind: DependencyKind,
): Dependency[] {
  return tableEntries(leaves, depth).map(({ name, nameRange, leaves: own }) => {
    const said = own.find(
      (leaf) => leaf.path.length === depth + 1 || leaf.path[depth + 1]?.name === 'version',
    );
    const version = said && stringOf(said.value);
    const optional = own.some((leaf) => leaf.path[depth + 1]?.name === 'optional' && isTrue(leaf));
    return {
      name: normalizeName(name),
      nameRange,
      version: version?.value,
      versionRange: version?.content,
      kind: optional && kind === 'runtime' ? 'optional' : kind,
    };
  });
}

/** What packages of a table are taken from the disk: `{ path = "../shared" }`. */
export function tableLocals(leaves: readonly TomlLeaf[], depth: number): LocalPath[] {
  return leaves.flatMap(({ path, value }) => {
    const said = path[depth + 1]?.name === 'path' && path.length === depth + 2 ? stringOf(value) : undefined;
    return said ? [{ path: said.value, range: said.content }] : [];
  });
}

/** The lines of a table, for a new one to find its place. */
export function tableItems(leaves: readonly TomlLeaf[], depth: number): Item[] {
  return leaves.flatMap((leaf) => {
    const name = leaf.path[depth]?.name;
    return name === undefined || name === 'python' ? [] : [{ key: normalizeName(name), range: leaf.range }];
  });
}

function isTrue(leaf: TomlLeaf): boolean {
  return leaf.value.type === 'TOMLValue' && leaf.value.kind === 'boolean' && leaf.value.value;
}
