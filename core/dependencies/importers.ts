import type { App, FileSummary } from '../app';
import type { Dependency, Ecosystem, Manifest } from '../manifest';
import { namingOf } from './packages-of';

/** The files that import each package, by the package's name. */
export type Importers = ReadonlyMap<string, readonly string[]>;

const known = new WeakMap<App, WeakMap<Manifest, Importers>>();

/**
 * The files of an app that import what a manifest of its own or of a folder above it declares. A package that a nearer
 * manifest declares as well is that one's.
 */
export function importersOf(manifest: Manifest, app: App): Importers {
  const all = known.get(app) ?? new WeakMap<Manifest, Importers>();
  known.set(app, all);
  const found = all.get(manifest) ?? importersIn(manifest, app);
  all.set(manifest, found);
  return found;
}

function importersIn(manifest: Manifest, app: App): Importers {
  const naming = namingOf(manifest.ecosystem);
  const wanted = new Set(manifest.dependencies.map(({ name }) => name));
  const found = new Map<string, string[]>();
  if (wanted.size === 0) return found;
  const meant = new Map<string, readonly string[]>();
  for (const file of app.files.values()) {
    if (!isOf(file, manifest.ecosystem) || !covers(manifest, file.path, app)) continue;
    const names = new Set<string>();
    for (const module of file.imports) {
      const packages = meant.get(module) ?? naming.packagesOf(module, wanted);
      meant.set(module, packages);
      for (const name of packages) names.add(name);
    }
    for (const name of names) {
      if (declarersOf(name, manifest.ecosystem, file.path, app).some((one) => one.path === manifest.path))
        add(found, name, file.path);
    }
  }
  return found;
}

function isOf(file: FileSummary, ecosystem: Ecosystem): boolean {
  return (
    file.family !== undefined &&
    file.class !== 'vendored' &&
    namingOf(ecosystem).families.includes(file.family)
  );
}

/** A place where a package is declared. */
export interface Declaration {
  readonly manifest: Manifest;
  readonly dependency: Dependency;
}

/** Where the package of an import is declared: in the nearest manifests that declare it. */
export function declarationsOf(
  module: string,
  ecosystem: Ecosystem,
  path: string,
  app: App,
): readonly Declaration[] {
  const manifests = manifestsOver(ecosystem, path, app);
  const declared = new Set(manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)));
  return namingOf(ecosystem)
    .packagesOf(module, declared)
    .flatMap((name) =>
      nearest(manifests, name, app).flatMap((manifest) =>
        manifest.dependencies
          .filter((dependency) => dependency.name === name)
          .map((dependency) => ({ manifest, dependency })),
      ),
    );
}

function declarersOf(name: string, ecosystem: Ecosystem, path: string, app: App): readonly Manifest[] {
  return nearest(manifestsOver(ecosystem, path, app), name, app);
}

function nearest(manifests: readonly Manifest[], name: string, app: App): readonly Manifest[] {
  const declaring = manifests.filter(({ dependencies }) => dependencies.some((one) => one.name === name));
  const depth = Math.max(-1, ...declaring.map((one) => folderOf(one, app).length));
  return declaring.filter((one) => folderOf(one, app).length === depth);
}

function manifestsOver(ecosystem: Ecosystem, path: string, app: App): readonly Manifest[] {
  return [...app.manifests, ...app.manifestsAbove].filter(
    (manifest) => manifest.ecosystem === ecosystem && covers(manifest, path, app),
  );
}

function covers(manifest: Manifest, path: string, app: App): boolean {
  const folder = folderOf(manifest, app);
  return folder === '' || path.startsWith(`${folder}/`);
}

/** Where these packages are installed for: lists of requirements may stand in a folder of their own. */
function folderOf({ path, ecosystem }: Manifest, app: App): string {
  const own = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const isInside = app.root === '' || own === app.root || own.startsWith(`${app.root}/`);
  return isInside && (ecosystem === 'pypi' || ecosystem === 'rubygems') ? app.root : own;
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
