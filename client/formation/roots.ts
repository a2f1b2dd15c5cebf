import { RelativePattern, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { settingsOf } from './editor-world';

const ignored = '**/{node_modules,bower_components,vendor,.git,.venv,venv}/**';
const mostPerFolder = 20;

/** The folders that hold a Procfile, each once, in the order of the workspace's folders and then of their paths. */
export async function findRoots(): Promise<readonly Uri[]> {
  const found = await Promise.all((workspace.workspaceFolders ?? []).map(rootsIn));
  const byKey = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  return [...byKey.values()];
}

async function rootsIn({ uri }: WorkspaceFolder): Promise<readonly Uri[]> {
  // The engine runs processes in folders of the disk alone.
  if (uri.scheme !== 'file') return [];
  const { procfile } = settingsOf(uri);
  const up = procfile.split('/').map(() => '..');
  const nested = await workspace.findFiles(
    new RelativePattern(uri, `**/${procfile}`),
    ignored,
    mostPerFolder,
  );
  const roots = nested.map((file) => Uri.joinPath(file, ...up));
  roots.sort((a, b) => a.path.localeCompare(b.path));
  return (await exists(Uri.joinPath(uri, procfile))) ? [uri, ...roots] : roots;
}

/** Asked besides the search, which may be switched off or slow in a large folder. */
async function exists(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
