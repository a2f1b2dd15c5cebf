import type { Family } from '../language';
import type { Ecosystem } from '../manifest';
import { candidates } from '../manifests/shared/python-imports';
import { NAMESPACES } from '../rules/02-dependencies/shared/php-packages';
import { FEATURES } from '../rules/02-dependencies/shared/ruby-gems';

/** How the imports of an ecosystem's code name its packages. */
export interface ImportNaming {
  readonly families: readonly Family[];
  /** What is declared is imported by name wherever it is used: without an import nothing of it is. */
  readonly tellsAbsence: boolean;
  /** Those of the declared packages that an import means, the likeliest first. */
  packagesOf(module: string, declared: ReadonlySet<string>): readonly string[];
}

const NAMING: Readonly<Record<Ecosystem, ImportNaming>> = {
  npm: { families: ['javascript'], tellsAbsence: true, packagesOf: npm },
  pypi: { families: ['python'], tellsAbsence: true, packagesOf: pypi },
  rubygems: { families: ['ruby'], tellsAbsence: false, packagesOf: rubygems },
  packagist: { families: ['php'], tellsAbsence: false, packagesOf: packagist },
  go: { families: ['go'], tellsAbsence: true, packagesOf: go },
  maven: { families: ['java'], tellsAbsence: false, packagesOf: maven },
  nuget: { families: ['csharp'], tellsAbsence: false, packagesOf: nuget },
  crates: { families: ['rust'], tellsAbsence: true, packagesOf: crates },
};

export function namingOf(ecosystem: Ecosystem): ImportNaming {
  return NAMING[ecosystem];
}

/** The types of a package count as the package: whoever imports it needs both. */
function npm(module: string, declared: ReadonlySet<string>): string[] {
  const name = module.split('/', module.startsWith('@') ? 2 : 1).join('/');
  const types = `@types/${name.startsWith('@') ? name.slice(1).replace('/', '__') : name}`;
  return [name, types].filter((one) => declared.has(one));
}

function pypi(module: string, declared: ReadonlySet<string>): string[] {
  return module.startsWith('.') ? [] : firstOf(candidates(module), declared);
}

function rubygems(module: string, declared: ReadonlySet<string>): string[] {
  const feature = module.replace(/\.(?:rb|so)$/, '');
  const top = feature.split('/')[0] ?? '';
  const names = [FEATURES.get(feature), FEATURES.get(top), feature.replaceAll('/', '-'), feature, top];
  return firstOf(
    names.flatMap((name) => name ?? []),
    declared,
  );
}

function packagist(module: string, declared: ReadonlySet<string>): string[] {
  const name = module.replace(/^\\/, '');
  const packages = NAMESPACES.find(([prefix]) => name.startsWith(prefix))?.[1] ?? [];
  return firstOf(packages, declared);
}

function go(module: string, declared: ReadonlySet<string>): string[] {
  return longest(declared, (name) => module === name || module.startsWith(`${name}/`));
}

function crates(module: string, declared: ReadonlySet<string>): string[] {
  const top = module.split(/::|\./, 1)[0] ?? '';
  return firstOf([top, top.replaceAll('_', '-')], declared);
}

function nuget(module: string, declared: ReadonlySet<string>): string[] {
  const name = module.toLowerCase();
  return longest(declared, (one) => name === one || name.startsWith(`${one}.`));
}

/** A group may hold many artifacts, and none of their names is in the import: only the one of its group is meant. */
function maven(module: string, declared: ReadonlySet<string>): string[] {
  const groupOf = (name: string): string => name.slice(0, name.indexOf(':'));
  const [found] = longest(declared, (name) => module.startsWith(`${groupOf(name)}.`), groupOf);
  if (found === undefined) return [];
  const same = [...declared].filter((name) => groupOf(name) === groupOf(found));
  return same.length === 1 ? [found] : [];
}

function firstOf(names: readonly string[], declared: ReadonlySet<string>): string[] {
  const found = names.find((name) => declared.has(name));
  return found === undefined ? [] : [found];
}

function longest(
  declared: ReadonlySet<string>,
  holds: (name: string) => boolean,
  measured: (name: string) => string = (name) => name,
): string[] {
  let best: string | undefined;
  for (const name of declared) {
    if (holds(name) && (best === undefined || measured(name).length > measured(best).length)) best = name;
  }
  return best === undefined ? [] : [best];
}
