import type { Node } from 'jsonc-parser';
import {
  type Dependency,
  type DependencyKind,
  defineManifest,
  type Manifest,
  type ManifestTrait,
  type Script,
} from '../manifest';
import { emptyManifest } from './shared/empty';
import { contentOf, type JsonProperty, propertiesOf, readJson, stringsOf } from './shared/json';
import { localOf, overridesIn } from './shared/npm-overrides';
import { declareInPackageJson, rangeFor } from './shared/package-json-declare';
import { scriptFrom } from './shared/script';
import { placeInJson } from './shared/typed';

/** npm's package.json. */
export default defineManifest({
  id: 'package-json',
  ecosystem: 'npm',
  files: /(?:^|\/)package\.json$/,
  parse,
  // A name alone is no guess: the editor's own completion knows the versions of the registry.
  placeAt: (_path, text, offset) =>
    placeInJson(text, offset, SECTIONS, (version) => (version === undefined ? '' : rangeFor(version))),
  declare: declareInPackageJson,
});

type Properties = ReadonlyMap<string, JsonProperty>;

const SECTIONS: readonly [string, DependencyKind][] = [
  ['dependencies', 'runtime'],
  ['devDependencies', 'dev'],
  ['optionalDependencies', 'optional'],
  ['peerDependencies', 'peer'],
];
/** Sections that give names of their own to files: Node's, the bundlers', module-alias's. */
const RENAMING = ['imports', 'browser', 'alias', '_moduleAliases'];
const PUBLISHED = ['main', 'module', 'exports', 'files', 'types', 'typings', 'publishConfig'];

function parse(path: string, text: string): Manifest {
  const { root, problem } = readJson(text);
  const top = byName(root);
  const name: unknown = top.get('name')?.value.value;
  const workspaces = top.get('workspaces')?.value;
  const manifest: Manifest = {
    ...emptyManifest(path, 'npm', 'package-json'),
    name: typeof name === 'string' ? name : undefined,
    dependencies: SECTIONS.flatMap(([section, kind]) => dependenciesOf(top.get(section)?.value, kind)),
    scripts: scriptsOf(text, top.get('scripts')?.value),
    workspaces: stringsOf(
      workspaces?.type === 'object' ? byName(workspaces).get('packages')?.value : workspaces,
    ),
    aliases: RENAMING.flatMap((key) => [...byName(top.get(key)?.value).keys()]),
    overrides: overridesOf(top),
    problem,
  };
  const locals = manifest.dependencies.flatMap(localOf);
  return { ...manifest, locals, traits: traitsOf(top, manifest) };
}

function byName(node: Node | undefined): Properties {
  return new Map(propertiesOf(node).map((property) => [property.name, property]));
}

function dependenciesOf(section: Node | undefined, kind: DependencyKind): Dependency[] {
  return propertiesOf(section).map(({ name, nameRange, value }) => {
    const version: unknown = value.value;
    const found = value.type === 'string' && typeof version === 'string';
    const real = found ? /^npm:((?:@[^/@]+\/)?[^/@]+)/.exec(version)?.[1] : undefined;
    return {
      name,
      nameRange,
      version: found ? version : undefined,
      versionRange: found ? contentOf(value) : undefined,
      kind,
      ...(real === undefined ? {} : { packageName: real }),
    };
  });
}

/** Those of npm, of Yarn, and of pnpm in its own section. */
function overridesOf(top: Properties): Dependency[] {
  const pnpm = byName(top.get('pnpm')?.value).get('overrides')?.value;
  return [top.get('overrides')?.value, top.get('resolutions')?.value, pnpm].flatMap(overridesIn);
}

function scriptsOf(text: string, section: Node | undefined): Script[] {
  return propertiesOf(section).flatMap(({ name, nameRange, value }) => {
    const command: unknown = value.value;
    if (value.type !== 'string' || typeof command !== 'string') return [];
    return [scriptFrom(text, name, nameRange, { value: command, content: contentOf(value) })];
  });
}

function traitsOf(top: Properties, manifest: Manifest): Set<ManifestTrait> {
  const traits = new Set<ManifestTrait>();
  if (top.get('private')?.value.value === true) traits.add('private');
  if (PUBLISHED.some((name) => top.has(name))) traits.add('published');
  if (top.has('bin')) traits.add('command');
  if (manifest.scripts.some(({ name }) => name === 'start')) traits.add('start-script');
  if (byName(top.get('engines')?.value).has('vscode')) traits.add('vscode-extension');
  const { dependencies, scripts, workspaces, name, problem } = manifest;
  const bare = dependencies.length === 0 && scripts.length === 0 && workspaces.length === 0;
  if (bare && name === undefined && problem === undefined) traits.add('tooling-only');
  return traits;
}
