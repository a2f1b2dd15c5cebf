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

/** A file's own app and those of the folders above it, nearest first. */
export function appsAbove({ picture }: Folder, path: string): App[] {
  const apps = [picture.appOf(path)];
  for (let root = apps[0]?.root ?? ''; root !== ''; root = apps.at(-1)?.root ?? '') {
    apps.push(picture.appOf(root));
  }
  return apps;
}
