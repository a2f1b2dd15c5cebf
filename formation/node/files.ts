import { type Dirent, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import type { Clock, Files } from '../world';
import { isError } from './errors';

/** Changes that come within as many milliseconds count as one. */
const settleMs = 150;

const mostFolders = 2000;

/** What no app's own code stands in, and where much changes. */
const ignored = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  '__pycache__',
  '.cache',
  'tmp',
]);

/** Watches folder by folder, so that nothing is spent on those where no glob looks. */
export function systemFiles(clock: Clock): Files {
  return {
    watch: (folder, globs, changed) => new Watch(folder, globs, clock, changed).stop,
  };
}

class Watch {
  readonly #folder: string;
  readonly #matches: (path: string) => boolean;
  readonly #clock: Clock;
  readonly #changed: (path: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #cancel: (() => void) | undefined;

  constructor(folder: string, globs: readonly string[], clock: Clock, changed: (path: string) => void) {
    this.#folder = folder;
    this.#clock = clock;
    this.#changed = changed;
    this.#matches = picomatch([...globs], { dot: true });
    for (const glob of new Set(globs)) {
      const { base, glob: pattern } = picomatch.scan(glob);
      if (pattern === '') this.#try(parentOf(base), () => this.#watchFolder(parentOf(base)));
      else this.#enter(base === '.' ? '' : base);
    }
  }

  readonly stop = (): void => {
    this.#cancel?.();
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  };

  /** Watches a folder and those below it. */
  #enter(relative: string): void {
    this.#try(relative, () => {
      const entries = readdirSync(join(this.#folder, relative), { withFileTypes: true });
      this.#watchFolder(relative);
      for (const entry of entries) this.#enterBelow(relative, entry);
    });
  }

  /** What is not there, may not be read, or is one too many is left out. */
  #try(relative: string, enter: () => void): void {
    if (this.#watchers.has(relative) || this.#watchers.size >= mostFolders) return;
    try {
      enter();
    } catch (error) {
      const known = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ENOSPC', 'EMFILE', 'ENAMETOOLONG'];
      if (!isError(error, ...known)) throw error;
    }
  }

  #enterBelow(relative: string, entry: Dirent): void {
    if (entry.isDirectory() && !ignored.has(entry.name)) this.#enter(below(relative, entry.name));
  }

  #watchFolder(relative: string): void {
    const watcher = watch(join(this.#folder, relative), (_, name) => {
      if (name !== null) this.#onChange(below(relative, name));
    });
    watcher.on('error', () => {
      watcher.close();
      this.#watchers.delete(relative);
    });
    this.#watchers.set(relative, watcher);
  }

  #onChange(path: string): void {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!ignored.has(name)) this.#enter(path);
    if (!this.#matches(path) || this.#cancel) return;
    this.#cancel = this.#clock.after(settleMs, () => {
      this.#cancel = undefined;
      this.#changed(path);
    });
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
