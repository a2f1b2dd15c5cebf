import { type Dependency, defineManifest } from '../manifest';
import { emptyManifest } from './shared/empty';
import { tableEntries } from './shared/python-table';
import { isAt, readToml, stringOf, type TomlLeaf, type TomlString, under } from './shared/toml';

/** Gradle's version catalog: libraries that build scripts may name. https://docs.gradle.org/current/userguide/version_catalogs.html */
export default defineManifest({
  id: 'gradle-catalog',
  ecosystem: 'maven',
  files: /(?:^|\/)[\w.-]+\.versions\.toml$/,
  parse(path, text) {
    const { leaves, problem } = readToml(text);
    const versions = new Map(
      leaves.flatMap((leaf): [string, TomlString][] => {
        const version = isAt(leaf, 'versions', '*') ? stringOf(leaf.value) : undefined;
        return version ? [[leaf.path[1]?.name ?? '', version]] : [];
      }),
    );
    const libraries = leaves.filter((leaf) => under(leaf, 'libraries'));
    return {
      ...emptyManifest(path, 'maven', 'gradle-catalog'),
      dependencies: tableEntries(libraries, 1).flatMap(({ leaves: said }) => dependencyOf(said, versions)),
      traits: new Set(['tooling-only'] as const),
      problem,
    };
  },
  declare: () => undefined,
});

function dependencyOf(said: readonly TomlLeaf[], versions: ReadonlyMap<string, TomlString>): Dependency[] {
  const at = (...keys: string[]): TomlString | undefined => {
    const leaf = said.find(
      ({ path }) =>
        path
          .slice(2)
          .map(({ name }) => name)
          .join('.') === keys.join('.'),
    );
    return leaf && stringOf(leaf.value);
  };
  const whole = at();
  if (whole) {
    const [group, artifact, version] = whole.value.split(':');
    if (!group || !artifact) return [];
    const start = whole.content.start + group.length + 1;
    const end = start + artifact.length;
    const versionRange =
      version === undefined ? undefined : { start: end + 1, end: end + 1 + version.length };
    return [
      { name: `${group}:${artifact}`, nameRange: { start, end }, version, versionRange, kind: 'optional' },
    ];
  }
  const module = at('module');
  const [group, artifact] = module?.value.split(':') ?? [at('group')?.value, at('name')?.value];
  const nameRange = module
    ? { start: module.content.start + (group?.length ?? 0) + 1, end: module.content.end }
    : at('name')?.content;
  const version = at('version') ?? versions.get(at('version', 'ref')?.value ?? '');
  if (!group || !artifact || !nameRange) return [];
  return [
    {
      name: `${group}:${artifact}`,
      nameRange,
      version: version?.value,
      versionRange: version?.content,
      kind: 'optional',
    },
  ];
}
