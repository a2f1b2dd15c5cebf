import type { App } from '../../../app';
import type { Import } from '../../../facts/fact';
import type { FileClass } from '../../../file-class';
import type { Family } from '../../../language';
import type { FileView } from '../../../rule';
import type { Finder } from './first-import';
import { undeclaredInGo } from './go';
import { undeclaredInJava } from './java';
import { bringsValues, undeclaredIn } from './javascript';
import { undeclaredInPhp } from './php';
import { undeclaredInPython } from './python';
import { undeclaredInRuby } from './ruby';
import type { Undeclared } from './undeclared';

/** Classes of files whose imports need no declaration. */
export const UNJUDGED: readonly FileClass[] = ['example', 'generated', 'vendored'];

/** How each family finds the package of an import; a family without an entry is not judged. */
const FINDERS: Partial<Record<Family, Finder>> = {
  javascript: undeclaredIn,
  python: undeclaredInPython,
  go: undeclaredInGo,
  ruby: undeclaredInRuby,
  php: undeclaredInPhp,
  java: undeclaredInJava,
};

export function finderOf({ family, path }: Pick<FileView, 'family' | 'path'>): Finder | undefined {
  return family === undefined || /\.d\.[cm]?ts$/.test(path) ? undefined : FINDERS[family];
}

export function undeclared(imported: Import, file: FileView, app: App): Undeclared | undefined {
  if (imported.typeOnly) return undefined;
  const found = finderOf(file)?.(imported.module, file.path, app);
  // What no lockfile pins under any name that is known for it is no package that another one brings along.
  if (found?.unlocked) return undefined;
  return found?.typed && !bringsValues(imported, file.path) ? undefined : found;
}
