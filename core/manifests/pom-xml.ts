import type { ConfigEntry } from '../formats/entry';
import {
  type Dependency,
  type DependencyKind,
  defineManifest,
  type Manifest,
  type ManifestTrait,
} from '../manifest';
import { eolOf } from '../text';
import { emptyManifest } from './shared/empty';
import { indentAt, indentUnit, lineAfter } from './shared/insert';
import { elementsAt, readXml, type XmlElement } from './shared/xml-elements';

/** Maven's project object model. Names are `groupId:artifactId`. https://maven.apache.org/pom.html */
export default defineManifest({
  id: 'pom-xml',
  ecosystem: 'maven',
  files: /(?:^|\/)pom\.xml$/,
  parse,
  declare(text, name, version, kind) {
    const last = dependencyElements(readXml(text)).at(-1);
    const [group, artifact] = name.split(':');
    if (!last || group === undefined || artifact === undefined) return undefined;
    const indent = indentAt(text, last.range.start);
    const unit = indentUnit(text, '    ');
    const inner = [
      `<groupId>${group}</groupId>`,
      `<artifactId>${artifact}</artifactId>`,
      ...(version === undefined || version === '' ? [] : [`<version>${version}</version>`]),
      ...(kind === 'dev' ? ['<scope>test</scope>'] : []),
    ];
    const lines = [
      `${indent}<dependency>`,
      ...inner.map((line) => indent + unit + line),
      `${indent}</dependency>`,
    ];
    return [lineAfter(text, last.range.end, lines.join(eolOf(text)))];
  },
});

function parse(path: string, text: string): Manifest {
  const entries = readXml(text);
  const project = new Map(entries.map((entry) => [entry.keys.join('.'), entry]));
  const dependencies = dependencyElements(entries).flatMap(dependencyOf);
  return {
    ...emptyManifest(path, 'maven', 'pom-xml'),
    name: project.get('project.artifactId')?.value,
    dependencies: [...parentOf(project), ...dependencies],
    overrides: elementsAt(entries, 'dependencyManagement.dependencies.dependency')
      .filter(({ path: at }) => at.startsWith('project.dependencyManagement.'))
      .flatMap(dependencyOf),
    locals: dependencyElements(entries).flatMap(({ said }) => {
      const system = said.get('systemPath');
      return system ? [{ path: system.value, range: system.range }] : [];
    }),
    workspaces: entries.flatMap(({ keys, value }) =>
      keys.join('.') === 'project.modules.module' ? [value] : [],
    ),
    traits: traitsOf(entries, project),
    problem:
      entries.length === 0 && text.trim() !== '' ? 'This file cannot be read: mend its syntax.' : undefined,
  };
}

/** Those of the project itself: neither managed versions, nor what plugins and profiles need. */
function dependencyElements(entries: readonly ConfigEntry[]): XmlElement[] {
  return elementsAt(entries, 'dependencies.dependency').filter(
    ({ path }) => path === 'project.dependencies.dependency',
  );
}

function dependencyOf({ said }: XmlElement): Dependency[] {
  const group = said.get('groupId');
  const artifact = said.get('artifactId');
  const version = said.get('version');
  if (!group || !artifact) return [];
  return [
    {
      name: `${group.value}:${artifact.value}`,
      nameRange: artifact.range,
      version: version?.value,
      versionRange: version?.range,
      kind: kindOf(said.get('scope')?.value, said.get('optional')?.value),
      // A bill of materials manages the versions of many packages.
      ...(said.get('scope')?.value === 'import' ? { section: 'import' } : {}),
    },
  ];
}

/** The parent brings plugins and managed versions along, as a dependency would. */
function parentOf(project: ReadonlyMap<string, ConfigEntry>): Dependency[] {
  const group = project.get('project.parent.groupId');
  const artifact = project.get('project.parent.artifactId');
  const version = project.get('project.parent.version');
  if (!group || !artifact) return [];
  const name = `${group.value}:${artifact.value}`;
  return [
    { name, nameRange: artifact.range, version: version?.value, versionRange: version?.range, kind: 'dev' },
  ];
}

function kindOf(scope: string | undefined, optional: string | undefined): DependencyKind {
  if (scope === 'test') return 'dev';
  return optional === 'true' ? 'optional' : 'runtime';
}

function traitsOf(
  entries: readonly ConfigEntry[],
  project: ReadonlyMap<string, ConfigEntry>,
): Set<ManifestTrait> {
  const traits = new Set<ManifestTrait>();
  const packaging = project.get('project.packaging')?.value;
  const plugins = entries.filter(({ keys, value }) => keys.at(-1) === 'artifactId' && value !== '');
  if (packaging === 'war' || plugins.some(({ value }) => value === 'spring-boot-maven-plugin'))
    traits.add('server');
  if (packaging === 'pom') traits.add('tooling-only');
  return traits;
}
