import type { App } from '../../app';
import { perTree } from '../../facts/per-tree';
import { folderOf } from '../../facts/picture-parts';

/** What the first request to an application of classic ASP.NET starts with. */
const STARTS = /(?:^|\/)(?:global\.asax|(?:owin)?startup(?:\.\w{1,40})?\.cs)$/i;

/** Folders that IIS may run as an application. */
const applications = perTree(({ paths }) => {
  const folders = new Set<string>();
  for (const path of paths) {
    if (STARTS.test(path)) folders.add(folderOf(path).replace(/(?:^|\/)App_Start$/i, ''));
  }
  return folders;
});

/** Whether a project or a Web.config is that of an application: plugins and areas have the like of their own. */
export function isOfApplication(path: string, { tree }: App): boolean {
  const folders = applications(tree);
  return folders.size === 0 || folders.has(folderOf(path));
}
