import type { App } from '../../app';
import type { Ecosystem } from '../../manifest';
import formats from '../../manifests/index.generated';
import type { FileEdit } from '../../rule';
import { applyEdits, type TextEdit } from '../../text';
import { declaredPackages } from './declared';

/** A package that a repair needs, and the version it is written for; Gemfiles leave that to their lockfile. */
export interface Package {
  readonly name: string;
  readonly version: string;
}

/** The edit that declares packages in the app's own manifest, where it does not declare them yet. */
export function bring(app: App, ecosystem: Ecosystem, packages: readonly Package[]): FileEdit[] {
  const manifest = [...app.manifests, ...app.manifestsAbove].find((one) => one.ecosystem === ecosystem);
  const format = formats.find(({ id }) => id === manifest?.format);
  const text = manifest && app.tree.appFiles.get(manifest.path)?.text;
  if (!manifest || !format || text === undefined || manifest.problem !== undefined) return [];
  const declared = declaredPackages(app, ecosystem);
  let changed = text;
  for (const { name, version } of packages) {
    if (declared?.has(name)) continue;
    const wanted = ecosystem === 'rubygems' ? undefined : version;
    changed = applyEdits(changed, format.declare(changed, name, wanted, 'runtime') ?? []);
  }
  return changed === text ? [] : [{ path: manifest.path, ...difference(text, changed) }];
}

/** One edit that makes one text of another. */
function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return {
    range: { start, end: before.length - same },
    newText: after.slice(start, after.length - same),
  };
}
