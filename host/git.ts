import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Ground } from '../core/facts/build-tree';
import { readGitIndex } from '../core/formats/git-index';

/** A larger index is not read: it would hold up all else for a finding or two. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What git tracks below a folder, and which of these files, relative to it, every user of the machine may read. */
export function groundOf(folder: string, files: readonly string[]): Ground {
  const known = new Map<string, boolean>();
  const exposed = files.filter((path) => isReadByAll(join(folder, path), known));
  return { tracked: trackedFiles(folder), exposed: new Set(exposed), repository: repositoryAt(folder) };
}

/** So many files are asked about at once. */
const STEP = 100;

/** The same in steps, with a pause after each. */
export async function groundInSteps(
  folder: string,
  files: readonly string[],
  pause: () => Promise<void>,
): Promise<Ground> {
  const ground = groundOf(folder, []);
  const known = new Map<string, boolean>();
  const exposed = new Set<string>();
  for (let at = 0; at < files.length; at += STEP) {
    await pause();
    for (const path of files.slice(at, at + STEP))
      if (isReadByAll(join(folder, path), known)) exposed.add(path);
  }
  return { ...ground, exposed };
}

/** What other systems of version control, and git, keep at the top of a repository. */
const MARKS = [
  '.git',
  '.hg',
  '.svn',
  '.jj',
  '_darcs',
  '.fslckout',
  '_FOSSIL_',
  '.bzr',
  'CVS',
  '.pijul',
  '.p4config',
];

/** Where the repository of a folder starts; inside of a container nothing tells, since images leave it out. */
export function repositoryAt(folder: string): Ground['repository'] {
  for (let root = resolve(folder); ; root = dirname(root)) {
    if (MARKS.some((name) => kindOf(join(root, name)) !== undefined))
      return root === resolve(folder) ? 'here' : 'above';
    if (dirname(root) === root) return kindOf(join(root, '.dockerenv')) === undefined ? 'none' : undefined;
  }
}

/**
 * The files below a folder that git tracks, relative to it and with `/`; undefined where the folder is in no
 * repository, or git's index cannot be read. Starts no process.
 */
export function trackedFiles(folder: string): Set<string> | undefined {
  const found = repositoryOf(folder);
  const paths = found && readIndex(join(found.gitFolder, 'index'));
  if (!paths) return undefined;
  const below = relative(found.root, folder).split(sep).join('/');
  const lead = below === '' ? '' : `${below}/`;
  return new Set(paths.filter((path) => path.startsWith(lead)).map((path) => path.slice(lead.length)));
}

function readIndex(path: string): string[] | undefined {
  try {
    if (statSync(path).size > MOST_BYTES) return undefined;
    return readGitIndex(new Uint8Array(readFileSync(path)));
  } catch {
    // No commit and nothing staged yet, or not ours to read.
    return undefined;
  }
}

/** The nearest folder above that holds `.git`: a folder, or a file that names one, as worktrees and submodules have. */
function repositoryOf(folder: string): { root: string; gitFolder: string } | undefined {
  for (let root = resolve(folder); ; root = dirname(root)) {
    const path = join(root, '.git');
    const kind = kindOf(path);
    if (kind === 'folder') return { root, gitFolder: path };
    const named = kind === 'file' ? /^gitdir: (.+)$/m.exec(readFileSync(path, 'utf8'))?.[1] : undefined;
    if (named !== undefined) return { root, gitFolder: resolve(root, named.trim()) };
    if (dirname(root) === root) return undefined;
  }
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() ? 'folder' : found?.isFile() ? 'file' : undefined;
}

const OTHERS_READ = 0o004;
const OTHERS_ENTER = 0o001;

/**
 * Whether every user of this machine may read a file: its own mode says so, and those of all folders above it. `known`
 * keeps what was found of folders, for files that lie in the same ones.
 */
export function isReadByAll(path: string, known = new Map<string, boolean>()): boolean {
  if (process.platform === 'win32') return false;
  try {
    if ((statSync(path).mode & OTHERS_READ) === 0) return false;
    return isEnteredByAll(dirname(resolve(path)), known);
  } catch {
    return false;
  }
}

function isEnteredByAll(folder: string, known: Map<string, boolean>): boolean {
  const found = known.get(folder);
  if (found !== undefined) return found;
  const above = dirname(folder);
  const isOpen =
    (statSync(folder).mode & OTHERS_ENTER) !== 0 && (above === folder || isEnteredByAll(above, known));
  known.set(folder, isOpen);
  return isOpen;
}
