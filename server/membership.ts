import { isEnvFile } from '../core/facts/app-files';
import { classOfPath } from '../core/file-class';
import { isIgnored } from '../core/fix/ignore-file';
import type { File } from './file';

/**
 * Whether a file is one of the app's own, by the rule of the walk: git does not ignore it, or it is an env file in a
 * folder that git does not ignore.
 */
export function belongs({ folder, path }: File): boolean {
  if (folder.picture.paths.has(path)) return true;
  if (classOfPath(path) === 'vendored') return false;
  const app = folder.picture.appOf(path);
  if (!isEnvFile(path)) return !isIgnored(path, app);
  const above = path.slice(0, path.lastIndexOf('/') + 1);
  return above === '' || !isIgnored(above, app);
}
