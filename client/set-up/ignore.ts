import { Uri, workspace } from 'vscode';
import { ignoreEdit } from '../../core/fix/ignore-file';
import { applyEdits } from '../../core/text';
import { textIn, writeText } from './files';

/**
 * Makes git ignore a file of a folder, whose ignore files and those of the folders above it, up to the repository's,
 * count. The name of the file that was changed for it; undefined where git ignores it already.
 */
export async function keepOutOfGit(folder: Uri, name: string): Promise<string | undefined> {
  const top = await repositoryOf(folder);
  const below = folder.path.slice(top.path.length).replace(/^\/|\/$/g, '');
  const steps = below === '' ? [] : below.split('/');
  const appFiles = new Map<string, { readonly text: string }>();
  for (let depth = 0; depth <= steps.length; depth++) {
    const path = [...steps.slice(0, depth), '.gitignore'].join('/');
    const text = await textIn(top, path);
    if (text !== undefined) appFiles.set(path, { text });
  }
  const edit = ignoreEdit([...steps, name].join('/'), { root: below, tree: { appFiles } });
  if (!edit) return undefined;
  await writeText(
    Uri.joinPath(top, edit.path),
    applyEdits(appFiles.get(edit.path)?.text ?? '', [edit]),
  );
  return '.gitignore';
}

/** The folder of the repository that a folder lies in; the folder itself outside of one. */
async function repositoryOf(folder: Uri): Promise<Uri> {
  for (let at = folder; ; at = Uri.joinPath(at, '..')) {
    if (await isThere(Uri.joinPath(at, '.git'))) return at;
    if (at.path === '/' || Uri.joinPath(at, '..').path === at.path) return folder;
  }
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    // Not there, or not to be seen: neither holds a repository.
    return false;
  }
}
