import type { App } from '../core/app';
import { importersOf } from '../core/dependencies/importers';
import { namingOf } from '../core/dependencies/packages-of';
import type { Dependency, Manifest } from '../core/manifest';
import type { Folder } from './folder';
import type { OpenDocument } from './open-document';

/** A package in the manifest that declares it. */
export interface DependencyAt {
  readonly manifest: Manifest;
  readonly dependency: Dependency;
}

/** The manifest that a document is. */
export function manifestOf({ app, path }: OpenDocument): Manifest | undefined {
  return app.tree.manifests.get(path);
}

/** The package at an offset of a manifest: on its name, or on its version. */
export function dependencyAt(document: OpenDocument, offset: number): DependencyAt | undefined {
  const manifest = manifestOf(document);
  const dependency = manifest?.dependencies.find(({ nameRange, versionRange }) =>
    [nameRange, versionRange].some((range) => range && range.start <= offset && offset <= range.end),
  );
  return manifest && dependency && { manifest, dependency };
}

/** The files that import each package of a manifest, in the order of their paths. */
export function importersBelow(folder: Folder, manifest: Manifest): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const app of appsUnder(folder, manifest)) {
    for (const [name, paths] of importersOf(manifest, app)) {
      const known = found.get(name);
      if (known) known.push(...paths);
      else found.set(name, [...paths]);
    }
  }
  for (const paths of found.values()) paths.sort();
  return found;
}

/** The app of a manifest and those below its folder. */
function appsUnder({ picture }: Folder, { path }: Manifest): App[] {
  const root = picture.rootOf(path);
  const below = [...picture.roots].filter((one) => root === '' || one === root || one.startsWith(`${root}/`));
  return below.map((one) => picture.appOf(one === '' ? MEMBER : `${one}/${MEMBER}`));
}

/** Stands for any file of a folder. */
const MEMBER = 'x';

/** Whether a package that no file imports is used by no code at all; false as long as files are still being read. */
export function tellsAbsence({ picture }: Folder, { ecosystem }: Manifest): boolean {
  return picture.complete && namingOf(ecosystem).tellsAbsence;
}
