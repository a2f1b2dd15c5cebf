import type { App } from '../core/app';
import { isEnvFile, isProcfile } from '../core/facts/app-files';
import type { Folder } from './folder';

/** The apps of a folder that have an env file or a Procfile. */
export function appsOf({ picture }: Folder): App[] {
  const roots = new Map<string, string>();
  for (const path of picture.appFilePaths) {
    if (isEnvFile(path) || isProcfile(path)) roots.set(picture.rootOf(path), path);
  }
  return [...roots.values()].map((path) => picture.appOf(path));
}

/**
 * The apps that share a variable with an app: all below the highest folder whose files give it to the app. Only the
 * app itself where none does.
 */
export function appsSharing({ picture }: Folder, app: App, name: string): App[] {
  const known = app.variables.get(name);
  const roots = [...(known?.set ?? []), ...(known?.documented ?? [])].map(({ path }) => picture.rootOf(path));
  if (roots.length === 0) return [app];
  const top = roots.reduce((a, b) => (a.length <= b.length ? a : b));
  const below = [...picture.roots].filter((root) => top === '' || root === top || root.startsWith(`${top}/`));
  return below.map((root) => picture.appOf(root === '' ? MEMBER : `${root}/${MEMBER}`));
}

/** Stands for any file of a folder. */
const MEMBER = 'Procfile';
