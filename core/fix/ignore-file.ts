import ignore from 'ignore';
import type { FileEdit } from '../rule';
import { eolOf } from '../text';

/** No path is longer, and the patterns become regular expressions, which have a limit. */
const LONGEST_PATTERN = 4_096;

/** What tells what git ignores: the ignore files of a workspace folder, and the folder below it whose paths are asked for. */
export interface IgnoreFiles {
  readonly root: string;
  readonly tree: { readonly appFiles: ReadonlyMap<string, { readonly text: string }> };
}

/** Whether the ignore files of the workspace folder keep a path out of git. Ignore files above the folder are not seen. */
export function isIgnored(path: string, app: IgnoreFiles): boolean {
  // Nothing below an ignored folder can be taken back.
  const folders = foldersOf(path).slice(1);
  return [...folders.map((folder) => `${folder}/`), path].some((each) => matches(each, app));
}

/** What the ignore files say of a path by itself, the nearest last; folders end in `/`. */
function matches(path: string, app: IgnoreFiles): boolean {
  let verdict = false;
  for (const folder of foldersOf(path.replace(/\/$/, ''))) {
    const rules = app.tree.appFiles.get(folder === '' ? '.gitignore' : `${folder}/.gitignore`);
    if (!rules) continue;
    const result = ignore({ ignorecase: false })
      .add(rules.text.split(/\r?\n/).filter((line) => line.length < LONGEST_PATTERN))
      .test(folder === '' ? path : path.slice(folder.length + 1));
    if (result.ignored) verdict = true;
    else if (result.unignored) verdict = false;
  }
  return verdict;
}

/** The edit that makes git ignore a path, in the ignore file of its folder or the nearest above; undefined where it is ignored. */
export function ignoreEdit(path: string, app: IgnoreFiles): FileEdit | undefined {
  if (isIgnored(path, app)) return undefined;
  const folders = foldersOf(path).reverse();
  const holder = folders.find((folder) =>
    app.tree.appFiles.has(folder === '' ? '.gitignore' : `${folder}/.gitignore`),
  );
  const folder = holder ?? app.root;
  const file = folder === '' ? '.gitignore' : `${folder}/.gitignore`;
  const line = `/${folder === '' ? path : path.slice(folder.length + 1)}`;
  const text = app.tree.appFiles.get(file)?.text;
  if (text === undefined)
    return { path: file, range: { start: 0, end: 0 }, newText: `${line}\n`, create: true };
  const eol = eolOf(text);
  const newText = `${text === '' || text.endsWith('\n') ? '' : eol}${line}${eol}`;
  return { path: file, range: { start: text.length, end: text.length }, newText };
}

/** The folders above a path, the workspace folder first. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}
