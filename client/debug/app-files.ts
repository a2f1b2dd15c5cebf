import { type FileType, Uri, workspace } from 'vscode';
import { type AppFiles, interpreterIn, within } from './launch';

const folders = ['', 'bin', 'cmd', 'node_modules/.bin', '.venv/bin', 'venv/bin', 'env/bin'];

/** Reads what choosing a debugger may ask of an app: a few listings, and the scripts of each package.json that a command may mean. */
export async function readAppFiles(root: Uri, command: string): Promise<AppFiles> {
  const named = command.split(/[\s=;&|]/).map((word) => word.replace(/\/$/, ''));
  const packages = new Map<string, Readonly<Record<string, string>>>();
  const paths = new Set<string>();
  const interpreters = new Map<string, string>();
  const list = async (folder: string): Promise<void> => {
    for (const [name] of await entriesOf(Uri.joinPath(root, folder))) {
      paths.add(folder === '' ? name : `${folder}/${name}`);
    }
  };
  const read = async (folder: string): Promise<void> => {
    const scripts = await scriptsOf(Uri.joinPath(root, folder, 'package.json'));
    if (scripts) packages.set(folder, scripts);
  };
  const look = async (path: string): Promise<void> => {
    const found = await interpreterOf(Uri.joinPath(root, path));
    if (found !== undefined) interpreters.set(path, found);
  };
  const stubs = named.filter((word) => /^(?:\.\/)?[\w-]+(?:\/[\w-]+){0,4}$/.test(word));
  await Promise.all([
    ...folders.map(list),
    ...Array.from(new Set(['', ...named]), read),
    ...Array.from(new Set(stubs.map((word) => within('', word))), look),
  ]);
  for (const folder of packages.keys()) {
    if (folder === '') continue;
    await Promise.all([list(folder), list(`${folder}/node_modules/.bin`)]);
  }
  return {
    has: (path) => paths.has(path),
    scripts: (folder) => packages.get(folder),
    interpreter: (path) => interpreters.get(path),
  };
}

/** A larger file is a program of its own. */
const largestStub = 64 * 1024;

async function interpreterOf(file: Uri): Promise<string | undefined> {
  try {
    if ((await workspace.fs.stat(file)).size > largestStub) return undefined;
    return interpreterIn(new TextDecoder().decode(await workspace.fs.readFile(file)));
  } catch {
    // Not there, or not to be read: then it is no stub.
    return undefined;
  }
}

/** What is not there has no entries. */
async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  return workspace.fs.readDirectory(folder).then(
    (entries) => entries,
    () => [],
  );
}

async function scriptsOf(file: Uri): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)));
    const scripts =
      typeof manifest === 'object' && manifest !== null && 'scripts' in manifest ? manifest.scripts : {};
    const entries = Object.entries(scripts ?? {}).filter(([, text]) => typeof text === 'string');
    return Object.fromEntries(entries);
  } catch {
    // Not there, or being typed: its scripts are run by the package manager, which says what is wrong.
    return undefined;
  }
}
