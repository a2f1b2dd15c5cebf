import type { App } from '../../../app';
import type { Manifest } from '../../../manifest';
import { BROUGHT } from './php-brings';
import { NAMESPACES } from './php-packages';
import { manifestsOf, type Undeclared } from './undeclared';

/** Where PHP apps keep libraries of others that they have copied. */
const COPIED = /(?:^|\/)(?:libs|libraries|external|third-?party)\//i;
/** Interfaces and stand-ins for what PHP lacks: their names are PHP's own, whoever brings them. */
const COMMON =
  /^(?:psr\/|symfony\/polyfill|symfony\/[\w-]+-contracts$|symfony\/contracts$|composer\/composer$|php-http\/)/;

/** Makers of many packages that have nothing to do with each other. */
const INDEPENDENT =
  /^(?:league|spatie|laracasts|friendsofsymfony|knplabs|nelmio|thecodingmachine|barryvdh|beberlei)\//;

/** The package of a class that a PHP file names and no composer.json declares. */
export function undeclaredInPhp(module: string, path: string, app: App): Undeclared | undefined {
  const name = module.replace(/^\\/, '');
  if (COPIED.test(path)) return undefined;
  if (!/^[A-Za-z]\w*(?:\\\w+)+$/.test(name)) return undefined;
  const manifests = manifestsOf(app, 'packagist');
  const [nearest] = manifests;
  if (!nearest || manifests.every(({ dependencies }) => dependencies.length === 0)) return undefined;
  if (manifests.some(({ aliases }) => aliases.some((prefix) => prefix === '' || name.startsWith(prefix))))
    return undefined;
  const known = declaredIn(manifests, app);
  const locked = lockedPackage(name, app);
  const packages = NAMESPACES.find(([prefix]) => name.startsWith(prefix))?.[1];
  const [likeliest] = packages ?? [];
  if (packages && likeliest !== undefined)
    return declaresOne([...packages, locked ?? likeliest], known)
      ? undefined
      : { package: locked ?? likeliest, manifest: nearest.path };
  if (locked === undefined || COMMON.test(locked) || declaresOne([locked, ...familyOf(locked)], known))
    return undefined;
  return { package: locked, manifest: nearest.path, severity: 'information' };
}

const declarations = new WeakMap<App, ReadonlySet<string>>();

function declaredIn(manifests: readonly Manifest[], app: App): ReadonlySet<string> {
  const known = declarations.get(app) ?? declared(manifests, app);
  declarations.set(app, known);
  return known;
}

/** Names of what is declared, by manifests of the same repository that it holds too, and by what has its packages elsewhere. */
function declared(manifests: readonly Manifest[], app: App): ReadonlySet<string> {
  const known = new Set<string>();
  const all = [...app.tree.manifests.values()].filter(({ ecosystem }) => ecosystem === 'packagist');
  const waiting = [...manifests, ...all.filter(({ traits }) => traits.has('own-vendor'))];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (one.name !== undefined) known.add(one.name);
    for (const { name } of one.dependencies) {
      if (known.has(name)) continue;
      known.add(name);
      waiting.push(...all.filter((other) => other.name === name));
    }
  }
  return known;
}

function declaresOne(packages: readonly string[], known: ReadonlySet<string>): boolean {
  return packages.some((one) =>
    one.endsWith('*') ? [...known].some((each) => each.startsWith(one.slice(0, -1))) : known.has(one),
  );
}

/** The package that a lockfile says holds a class. */
function lockedPackage(name: string, app: App): string | undefined {
  for (const { ecosystem, namespaces } of app.locks) {
    if (ecosystem !== 'packagist' || !namespaces) continue;
    for (let end = name.length; end > 0; end = name.lastIndexOf('\\', end - 1)) {
      const found = namespaces.get(name.slice(0, end));
      if (found !== undefined) return found === '' ? undefined : found;
    }
  }
  return undefined;
}

/** What a package mostly comes with: others of its maker, and frameworks whose guides have users import it. */
function familyOf(name: string): readonly string[] {
  const maker = name.slice(0, name.indexOf('/') + 1);
  const family = INDEPENDENT.test(name) ? [] : [`${maker}*`];
  const frameworks = BROUGHT.filter(([packages]) => packages.test(name)).flatMap(([, by]) => by);
  return [...family, ...frameworks];
}
