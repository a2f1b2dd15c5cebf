import type { App } from '../../../app';
import type { Lock } from '../../../lockfile';
import type { Manifest } from '../../../manifest';
import { folderOf } from '../../../manifests/shared/paths';
import { chosenManager, managersOf } from '../shared/locking';

/** The lockfile that pins what a manifest declares, and the manifest's folder as that lockfile would name it. */
export interface LockPlace {
  readonly lock: Lock;
  readonly member: string;
}

/** The nearest lockfile of a manifest; undefined where several tools wrote one and nothing tells which counts. */
export function lockOf(manifest: Manifest, app: App): LockPlace | undefined {
  const managers = managersOf(manifest);
  const folder = folderOf(manifest.path);
  const locks = app.locks
    .filter(({ manager, path }) => managers.includes(manager) && `${folder}/`.startsWith(below(path)))
    .sort((a, b) => below(b.path).length - below(a.path).length);
  const [nearest] = locks;
  if (!nearest) return undefined;
  const at = folderOf(nearest.path);
  const beside = locks.filter(({ path }) => folderOf(path) === at);
  const chosen = chosenManager(manifest, app);
  const lock = beside.length === 1 ? nearest : beside.find(({ manager }) => manager === chosen);
  if (!lock) return undefined;
  return { lock, member: folder === at ? '' : folder.slice(at === '' ? 0 : at.length + 1) };
}

/** The start of all paths in the folder of a file. */
function below(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
