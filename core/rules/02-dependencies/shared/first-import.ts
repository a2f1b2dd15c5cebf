import type { App } from '../../../app';
import type { FileClass } from '../../../file-class';
import type { FileView } from '../../../rule';
import type { Undeclared } from './undeclared';

/** The package of a module that a file of an app imports and no manifest declares. */
export type Finder = (module: string, path: string, app: App) => Undeclared | undefined;

/** Where a package is told of, and how many files import it. */
interface Place {
  readonly path: string;
  readonly files: number;
  /** The file does without it where it is missing, and so do those before it. */
  readonly isOptional: boolean;
}

const known = new WeakMap<App, Map<Finder, ReadonlyMap<string, Place>>>();

/**
 * The one file of an app in which a package is told of: the first that cannot do without it, code of the app itself before
 * tests and tools. Undefined where the app knows of no such file.
 */
export function placeOf(
  name: string,
  { family }: Pick<FileView, 'family'>,
  app: App,
  finder: Finder | undefined,
  skip: readonly FileClass[],
): Place | undefined {
  if (!finder) return undefined;
  const all = known.get(app) ?? new Map<Finder, ReadonlyMap<string, Place>>();
  known.set(app, all);
  const places = all.get(finder) ?? placesIn(app, family, finder, skip);
  all.set(finder, places);
  return places.get(name);
}

function placesIn(
  app: App,
  family: FileView['family'],
  finder: Finder,
  skip: readonly FileClass[],
): ReadonlyMap<string, Place> {
  const rank = (kind: FileClass): number => (kind === 'app' ? 0 : 1);
  const files = [...app.files.values()]
    .filter((one) => one.family === family && !skip.includes(one.class) && !/\.d\.[cm]?ts$/.test(one.path))
    .sort((a, b) => rank(a.class) - rank(b.class) || (a.path < b.path ? -1 : 1));
  const places = new Map<string, Place>();
  const packages = new Map<string, string | undefined>();
  for (const { path, needs, optional } of files) {
    for (const module of needs)
      if (!packages.has(module)) packages.set(module, lacking(finder(module, path, app)));
    const sure = new Set(
      needs.filter((module) => !optional.includes(module)).map((one) => packages.get(one)),
    );
    for (const name of new Set(needs.map((module) => packages.get(module)))) {
      if (name === undefined) continue;
      const place = places.get(name);
      const isFirst = !place || (place.isOptional && sure.has(name));
      places.set(name, {
        path: isFirst ? path : place.path,
        isOptional: isFirst ? !sure.has(name) : place.isOptional,
        files: (place?.files ?? 0) + 1,
      });
    }
  }
  return places;
}

/** The package, unless its declared types may be all that is imported: which it is only the import itself tells. */
function lacking(found: Undeclared | undefined): string | undefined {
  return found?.typed ? undefined : found?.package;
}
