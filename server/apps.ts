import type { App, EnvSource } from '../core/app';
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

/** Whether an env file says something of a variable. */
export function holds({ file }: EnvSource, name: string): boolean {
  return file.entries.some((entry) => entry.name === name);
}

/**
 * The apps that share a variable with an app: all below the highest folder whose env files give it to the app. Only
 * the app itself where none does.
 */
export function appsSharing({ picture }: Folder, app: App, name: string): App[] {
  const roots = [...app.env, ...app.envAbove]
    .filter((source) => holds(source, name))
    .map(({ path }) => picture.rootOf(path));
  if (roots.length === 0) return [app];
  const top = roots.reduce((a, b) => (a.length <= b.length ? a : b));
  const below = [...picture.roots].filter((root) => top === '' || root === top || root.startsWith(`${top}/`));
  return below.map((root) => picture.appOf(root === '' ? MEMBER : `${root}/${MEMBER}`));
}

/** Stands for any file of a folder. */
const MEMBER = 'Procfile';
