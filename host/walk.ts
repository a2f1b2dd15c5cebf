import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { classifyEnvFile } from '../core/env/cascade';
import { IgnoreRules } from './ignore-rules';
import { codeOf } from './read';

/**
 * Why a walk left something out: git ignores it; it is a folder that never holds the app's own code; a link to a
 * folder or out of the root; a fifo, socket or device; a folder too deep; a folder that could not be read.
 */
export type Omission = 'ignored' | 'foreign' | 'link' | 'special' | 'deep' | 'unreadable';

export interface WalkSummary {
  readonly files: number;
  /** How many files and folders were left out, by reason; what lies below a folder is not counted. */
  readonly omitted: Readonly<Record<Omission, number>>;
  /** Folders that could not be read, with the system's code such as `EACCES`. */
  readonly problems: readonly { readonly path: string; readonly code: string }[];
}

export type ListFolder = (path: string) => readonly Dirent[];

const DEEPEST = 64;
const FOREIGN = new Set(
  '.git .hg .svn node_modules bower_components jspm_packages __pycache__ .tox .nox .mypy_cache .pytest_cache .ruff_cache'.split(
    ' ',
  ),
);
const listFolder: ListFolder = (path) => readdirSync(path, { withFileTypes: true });

/**
 * Lists the files below a folder that git does not ignore, and env files even where it does. Each step reads one
 * folder and yields its files as paths relative to `root`, with `/`, so that whoever drives the walk may pause or end
 * it between two steps. A link to a folder is never followed: what it shows inside the root is found where it really
 * is, and what lies outside is none of ours. A link to a file is listed where that file lies inside the root.
 * Never throws.
 */
export function walk(root: string, list: ListFolder = listFolder): Generator<readonly string[], WalkSummary> {
  return new Walk(root, list).run();
}

interface Folder {
  readonly path: string;
  readonly depth: number;
  /** The rules that hold above it. */
  readonly rules: IgnoreRules;
}

class Walk {
  readonly #root: string;
  readonly #list: ListFolder;
  readonly #pending: Folder[] = [];
  readonly #omitted: Record<Omission, number> = {
    ignored: 0,
    foreign: 0,
    link: 0,
    special: 0,
    deep: 0,
    unreadable: 0,
  };
  readonly #problems: { path: string; code: string }[] = [];
  #realRoot: string | undefined;
  #files = 0;

  constructor(root: string, list: ListFolder) {
    this.#root = root;
    this.#list = list;
  }

  *run(): Generator<readonly string[], WalkSummary> {
    this.#pending.push({ path: '', depth: 0, rules: IgnoreRules.around(this.#root) });
    for (let folder = this.#pending.pop(); folder; folder = this.#pending.pop()) {
      const files = this.#filesOf(folder);
      this.#files += files.length;
      yield files;
    }
    return { files: this.#files, omitted: this.#omitted, problems: this.#problems };
  }

  #filesOf(folder: Folder): string[] {
    const entries = this.#entriesOf(folder);
    if (folder.path !== '' && entries.some(({ name }) => name === 'pyvenv.cfg')) {
      this.#omitted.foreign++;
      return [];
    }
    const ignoreFile = entries.some((entry) => entry.name === '.gitignore' && entry.isFile());
    const rules = folder.rules.inside(
      folder.path,
      ignoreFile ? join(this.#root, folder.path, '.gitignore') : undefined,
    );
    const files: string[] = [];
    for (const entry of entries) {
      const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
      if (entry.isDirectory()) this.#queue(path, entry.name, folder.depth + 1, rules);
      else if (this.#isListed(path, entry, rules)) files.push(path);
    }
    return files;
  }

  #entriesOf(folder: Folder): readonly Dirent[] {
    try {
      return this.#list(join(this.#root, folder.path));
    } catch (error) {
      this.#omitted.unreadable++;
      this.#problems.push({ path: folder.path, code: codeOf(error) });
      return [];
    }
  }

  #queue(path: string, name: string, depth: number, rules: IgnoreRules): void {
    if (FOREIGN.has(name)) this.#omitted.foreign++;
    else if (rules.ignores(`${path}/`)) this.#omitted.ignored++;
    else if (depth > DEEPEST) this.#omitted.deep++;
    else this.#pending.push({ path, depth, rules });
  }

  #isListed(path: string, entry: Dirent, rules: IgnoreRules): boolean {
    const reason = this.#reasonAgainst(path, entry, rules);
    if (reason) this.#omitted[reason]++;
    return reason === undefined && entry.name !== '.git';
  }

  #reasonAgainst(path: string, entry: Dirent, rules: IgnoreRules): Omission | undefined {
    if (rules.ignores(path) && !classifyEnvFile(path)) return 'ignored';
    if (entry.isSymbolicLink()) return this.#leadsToFileInside(path) ? undefined : 'link';
    return entry.isFile() ? undefined : 'special';
  }

  #leadsToFileInside(path: string): boolean {
    try {
      this.#realRoot ??= realpathSync(this.#root);
      const target = realpathSync(join(this.#root, path));
      const inside = this.#realRoot.endsWith(sep) ? this.#realRoot : this.#realRoot + sep;
      return target.startsWith(inside) && statSync(target).isFile();
    } catch {
      // A link to nowhere, or in a circle.
      return false;
    }
  }
}
