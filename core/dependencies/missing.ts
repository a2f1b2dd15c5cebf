import type { App, FileSummary } from '../app';
import type { Manifest } from '../manifest';
import { candidates } from '../manifests/shared/python-imports';
import { finderOf, UNJUDGED } from '../rules/02-dependencies/shared/finders';

/** A package that code imports and no manifest declares. */
export interface MissingPackage {
  readonly name: string;
  /** The files that import it, in the order of their paths. */
  readonly files: readonly string[];
  /** Only tests and tools import it. */
  readonly isDev: boolean;
}

/** What the code of an app imports and `manifest`, as it is given here, leaves undeclared. */
export function missingPackages(manifest: Manifest, app: App): readonly MissingPackage[] {
  const manifests = app.manifests.map((one) => (one.path === manifest.path ? manifest : one));
  const find = finding(manifest, { ...app, manifests });
  const found = new Map<string, { readonly files: string[]; isDev: boolean }>();
  for (const file of app.files.values()) {
    if (UNJUDGED.includes(file.class)) continue;
    for (const name of new Set(file.needs.flatMap((module) => find(module, file) ?? []))) {
      const known = found.get(name) ?? { files: [], isDev: true };
      known.files.push(file.path);
      if (file.class !== 'test' && file.class !== 'tooling') known.isDev = false;
      found.set(name, known);
    }
  }
  return [...found].map(([name, { files, isDev }]) => ({ name, files: files.sort(), isDev }));
}

/** Gives the package of an import that is missing from the manifest; each module is looked at once. */
function finding(
  { ecosystem }: Manifest,
  app: App,
): (module: string, file: FileSummary) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (module, file) => {
    const key = `${file.family} ${module}`;
    if (known.has(key)) return known.get(key);
    const missing = finderOf(file)?.(module, file.path, app);
    const isMine =
      missing && !missing.typed && app.tree.manifests.get(missing.manifest)?.ecosystem === ecosystem;
    const name = isMine ? packageName(missing.package, ecosystem) : undefined;
    known.set(key, name);
    return name;
  };
}

/** A Python module may be called otherwise than the distribution that holds it. */
function packageName(found: string, ecosystem: Manifest['ecosystem']): string {
  return ecosystem === 'pypi' ? (candidates(found)[0] ?? found) : found;
}
