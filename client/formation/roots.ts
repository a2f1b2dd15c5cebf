import { RelativePattern, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { settingsOf } from './editor-world';
import { procfilesOf } from './procfiles';

const ignored = '**/{node_modules,bower_components,vendor,.git,.venv,venv}/**';
const mostPerFolder = 60;

/** An app's folder, and the names of its Procfiles. */
export interface Root {
  readonly uri: Uri;
  readonly procfiles: readonly string[];
}

/** The folders that hold a Procfile, each once, in the order of the workspace's folders and then of their paths. */
export async function findRoots(): Promise<readonly Root[]> {
  const found = await Promise.all((workspace.workspaceFolders ?? []).map(rootsIn));
  const byKey = new Map(found.flat().map((root) => [root.uri.toString(), root]));
  return [...byKey.values()];
}

async function rootsIn({ uri }: WorkspaceFolder): Promise<readonly Root[]> {
  // The engine runs processes in folders of the disk alone.
  if (uri.scheme !== 'file') return [];
  const { procfile } = settingsOf(uri);
  const up = procfile.split('/').map(() => '..');
  const nested = await workspace.findFiles(
    new RelativePattern(uri, `**/{Procfile,Procfile.*,${procfile}}`),
    ignored,
    mostPerFolder,
  );
  const files = new Map<string, { root: Uri; names: Set<string> }>();
  const add = (root: Uri, name: string): void => {
    const key = root.toString();
    const known = files.get(key) ?? { root, names: new Set() };
    known.names.add(name);
    files.set(key, known);
  };
  for (const name of await namesIn(uri, procfile)) add(uri, name);
  for (const file of nested) {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    if (file.path.endsWith(`/${procfile}`)) add(Uri.joinPath(file, ...up), procfile);
    else add(Uri.joinPath(file, '..'), name);
  }
  const roots = Array.from(files.values(), ({ root, names }) => {
    return { uri: root, procfiles: procfilesOf(names, procfile) };
  });
  return roots
    .filter(({ procfiles }) => procfiles.length > 0)
    .sort((a, b) => a.uri.path.localeCompare(b.uri.path));
}

/** Asked besides the search, which may be switched off or slow in a large folder. */
async function namesIn(folder: Uri, setting: string): Promise<readonly string[]> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (all) => all.map(([name]) => name),
    () => [],
  );
  if (!setting.includes('/')) return entries;
  const exists = await workspace.fs.stat(Uri.joinPath(folder, setting)).then(
    () => true,
    () => false,
  );
  return exists ? [...entries, setting] : entries;
}
