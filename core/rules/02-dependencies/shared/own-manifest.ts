import type { App } from '../../../app';
import { classOfPath, type FileClass } from '../../../file-class';
import type { Manifest } from '../../../manifest';

/** Folders of what was copied, made or is only shown: a manifest in them is not the app's. */
const OTHERS: readonly FileClass[] = ['vendored', 'generated', 'example', 'test'];

/** The manifest at a path, once all of the app is known, where it can be read and is the app's own. */
export function ownManifest(path: string, app: App): Manifest | undefined {
  if (!app.complete || OTHERS.includes(classOfPath(path))) return undefined;
  return app.manifests.find((one) => one.path === path && one.problem === undefined);
}
