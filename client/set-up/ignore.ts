import { Uri, workspace } from 'vscode';
import { ignoreFileFor, ignoreFilesFor } from '../../core/env/set-up';
import { textsIn, writeText } from './files';

/**
 * Makes git ignore `.env` of a folder, by the ignore files up to that of its repository. Says whether one had to be
 * changed for it.
 */
export async function keepOutOfGit(folder: Uri): Promise<boolean> {
  const top = await repositoryOf(folder);
  const below = folder.path.slice(top.path.length).replace(/^\/|\/$/g, '');
  const changed = ignoreFileFor(below, await textsIn(top, ignoreFilesFor(below)));
  if (changed) await writeText(Uri.joinPath(top, changed.path), changed.text);
  return changed !== undefined;
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
