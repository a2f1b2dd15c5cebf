import type { App } from '../../../app';
import type { Ecosystem, Manifest } from '../../../manifest';

/** A package that is imported and not declared, and the manifest that should declare it. */
export interface Undeclared {
  readonly package: string;
  readonly manifest: string;
  readonly [word: string]: string;
}

/**
 * The manifests of an ecosystem that a file of an app falls under, nearest first; none where one of them cannot be
 * read in full, since what it declares is then unknown.
 */
export function manifestsOf(app: App, ecosystem: Ecosystem): readonly Manifest[] {
  const manifests = [...app.manifests, ...app.manifestsAbove].filter((one) => one.ecosystem === ecosystem);
  const unreadable = manifests.some(
    ({ problem, includes }) => problem !== undefined || includes.some((path) => !app.tree.paths.has(path)),
  );
  return unreadable ? [] : manifests;
}
