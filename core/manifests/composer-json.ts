import type { Node } from 'jsonc-parser';
import {
  type Dependency,
  type DependencyKind,
  defineManifest,
  type LocalPath,
  type Manifest,
  type ManifestTrait,
} from '../manifest';
import { emptyManifest } from './shared/empty';
import { contentOf, propertiesOf, readJson } from './shared/json';
import { declareInJsonSection } from './shared/package-json-declare';
import { scriptFrom } from './shared/script';
import { placeInJson } from './shared/typed';

/** Composer's composer.json. https://getcomposer.org/doc/04-schema.md */
export default defineManifest({
  id: 'composer-json',
  ecosystem: 'packagist',
  files: /(?:^|\/)composer\.json$/,
  parse,
  placeAt: (_path, text, offset) => placeInJson(text, offset, SECTIONS, bound),
  declare: (text, name, version, kind) =>
    declareInJsonSection(text, kind === 'dev' ? 'require-dev' : 'require', name, bound(version), [
      'require-dev',
      'autoload',
      'autoload-dev',
      'scripts',
    ]),
});

const SECTIONS = [
  ['require', 'runtime'],
  ['require-dev', 'dev'],
] as const;

function bound(version: string | undefined): string {
  if (version === undefined || version === '') return '*';
  return /^[0-9]/.test(version) ? `^${version}` : version;
}

function parse(path: string, text: string): Manifest {
  const { root, problem } = readJson(text);
  const top = new Map(propertiesOf(root).map((property) => [property.name, property.value]));
  const name: unknown = top.get('name')?.value;
  return {
    ...emptyManifest(path, 'packagist', 'composer-json'),
    name: typeof name === 'string' ? name : undefined,
    dependencies: [
      ...dependenciesOf(top.get('require'), 'runtime'),
      ...dependenciesOf(top.get('require-dev'), 'dev'),
      ...dependenciesOf(top.get('suggest'), 'optional'),
    ],
    scripts: propertiesOf(top.get('scripts')).flatMap(({ name: script, nameRange, value }) =>
      commandsOf(value).map((node) => {
        const command: unknown = node.value;
        const quoted = { value: typeof command === 'string' ? command : '', content: contentOf(node) };
        return scriptFrom(text, script, nameRange, quoted);
      }),
    ),
    aliases: [...prefixesOf(top.get('autoload')), ...prefixesOf(top.get('autoload-dev'))],
    locals: localsOf(top.get('repositories')),
    traits: traitsOf(top),
    problem,
  };
}

/** Repositories of the type `path`, in a list or by name. */
function localsOf(repositories: Node | undefined): LocalPath[] {
  return (repositories?.children ?? []).flatMap((child) => {
    const said = new Map(
      propertiesOf(child.type === 'property' ? child.children?.[1] : child).map((one) => [
        one.name,
        one.value,
      ]),
    );
    const url = said.get('url');
    const path: unknown = url?.value;
    return said.get('type')?.value === 'path' && url && typeof path === 'string'
      ? [{ path, range: contentOf(url) }]
      : [];
  });
}

function dependenciesOf(section: Node | undefined, kind: DependencyKind): Dependency[] {
  return propertiesOf(section).map(({ name, nameRange, value }) => {
    const version: unknown = value.value;
    const found = typeof version === 'string' && kind !== 'optional';
    return {
      name: name.toLowerCase(),
      nameRange,
      version: found ? version : undefined,
      versionRange: found ? contentOf(value) : undefined,
      kind,
    };
  });
}

function prefixesOf(autoload: Node | undefined): string[] {
  return propertiesOf(autoload).flatMap(({ name, value }) =>
    name === 'psr-4' || name === 'psr-0' ? propertiesOf(value).map((prefix) => prefix.name) : [],
  );
}

/** Shell commands only: `@php …` and a class's method are Composer's own. */
function commandsOf(node: Node): Node[] {
  const all = node.type === 'array' ? (node.children ?? []) : [node];
  return all.filter((one) => {
    const value: unknown = one.value;
    return typeof value === 'string' && !value.startsWith('@') && !/^[\w\\]+::\w+$/.test(value);
  });
}

function traitsOf(top: ReadonlyMap<string, Node>): Set<ManifestTrait> {
  const traits = new Set<ManifestTrait>();
  const type: unknown = top.get('type')?.value;
  if (typeof type === 'string' && type !== 'project' && type !== 'metapackage') traits.add('published');
  if (type === 'project') traits.add('private');
  if (top.has('bin')) traits.add('command');
  if (propertiesOf(top.get('config')).some((one) => one.name === 'vendor-dir')) traits.add('own-vendor');
  return traits;
}
