import type { App, Tree } from '../../../app';
import { folderOf } from '../../../manifests/shared/paths';

/** Files that start a program where they stand. */
const STARTS = 'Procfile Dockerfile manage.py config.ru artisan main.go bin/rails app.json fly.toml'.split(
  ' ',
);

/** Whether a folder holds an app: a manifest, and something that says how it is started. */
export function isAppFolder(folder: string, tree: Tree): boolean {
  const lead = folder === '' ? '' : `${folder}/`;
  const manifests = [...tree.manifests.values()].filter(({ path }) => folderOf(path) === folder);
  if (manifests.length === 0 || manifests.some(({ traits }) => traits.has('published'))) return false;
  if (manifests.some(({ traits }) => traits.has('start-script') || traits.has('server'))) return true;
  return STARTS.some((name) => tree.paths.has(lead + name));
}

/** Folders of what several apps share on purpose, and of what tests or shows an app. */
const SHARED =
  /(?:^|\/)(?:libs?|packages|shared|common|core|sdk|utils?|types|proto|schemas?|config|contracts|models|e2e|tests?|specs?|storybook|docs?|examples?|samples?|demos?|tools?|scripts)(?:\/|$)/i;

/** The folder of another app beside this one that holds a path; undefined where the path is no such app's. */
export function siblingOf(path: string, app: App): string | undefined {
  const { root, tree } = app;
  // What is below the app, as most of what it names is, needs no look at the rest of the tree.
  if (root === '' || path.startsWith(`${root}/`) || !isAppFolder(root, tree)) return undefined;
  let folder = folderOf(path);
  while (folder !== '' && ![...tree.manifests.keys()].some((one) => folderOf(one) === folder))
    folder = folderOf(folder);
  const isApart =
    folder !== root && !`${root}/`.startsWith(`${folder}/`) && !`${folder}/`.startsWith(`${root}/`);
  if (folder === '' || root === '' || !isApart || SHARED.test(folder) || SHARED.test(root)) return undefined;
  return isAppFolder(folder, tree) ? folder : undefined;
}
