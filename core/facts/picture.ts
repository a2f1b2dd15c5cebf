import type { App, AppFile, FileSummary, Tree } from '../app';
import type { ManifestFormat } from '../manifest';
import { marksAppRoot } from './app-files';
import { buildApp, buildTree, Reader } from './build-app';

/**
 * The picture of one workspace folder: which files there are, what the small ones that shape an app say, and what
 * the code files sum up to. The one mutable object of the facts; the {@link App}s it gives are immutable, and stay
 * the same objects until something they show has changed.
 */
export class Picture {
  readonly #reader: Reader;
  readonly #paths = new Set<string>();
  readonly #appFiles = new Map<string, AppFile>();
  readonly #summaries = new Map<string, FileSummary>();
  readonly #apps = new Map<string, App>();
  #roots: ReadonlySet<string> | undefined;
  #byRoot: ReadonlyMap<string, readonly FileSummary[]> | undefined;
  #tree: Tree | undefined;
  #generation = 0;
  #complete = false;

  constructor(formats: readonly ManifestFormat[]) {
    this.#reader = new Reader(formats);
  }

  /** Counts up with every change that findings may depend on. */
  get generation(): number {
    return this.#generation;
  }

  get complete(): boolean {
    return this.#complete;
  }

  get paths(): ReadonlySet<string> {
    return this.#paths;
  }

  appFile(path: string): AppFile | undefined {
    return this.#appFiles.get(path);
  }

  /** All files of the folder, as a walk has found them. */
  setPaths(paths: Iterable<string>): void {
    this.#paths.clear();
    for (const path of paths) this.#paths.add(path);
    this.#changed('paths');
  }

  /** Notes the text of a file that shapes an app; says whether that changed anything. */
  setAppFile(path: string, text: string): boolean {
    if (this.#appFiles.get(path)?.text === text) return false;
    const isNew = !this.#paths.has(path);
    this.#paths.add(path);
    this.#appFiles.set(path, { path, text });
    this.#changed(isNew ? 'paths' : 'appFiles');
    return true;
  }

  /** Notes what a code file sums up to; says whether that changed anything. */
  setSummary(summary: FileSummary): boolean {
    const old = this.#summaries.get(summary.path);
    if (old && sameSummary(old, summary)) return false;
    const isNew = !this.#paths.has(summary.path);
    this.#paths.add(summary.path);
    this.#summaries.set(summary.path, summary);
    if (isNew) this.#changed('paths');
    else this.#unitChanged(this.rootOf(summary.path));
    return true;
  }

  remove(path: string): boolean {
    const known = this.#paths.delete(path);
    this.#appFiles.delete(path);
    this.#summaries.delete(path);
    if (known) this.#changed('paths');
    return known;
  }

  /** All files have been read; from now on what is absent is absent. */
  finish(): void {
    this.#complete = true;
    this.#changed('appFiles');
  }

  /** The app unit that a file belongs to: the nearest folder above it that holds a manifest or a Procfile. */
  appOf(path: string): App {
    const root = this.rootOf(path);
    const known = this.#apps.get(root);
    if (known) return known;
    const app = this.#build(root);
    this.#apps.set(root, app);
    return app;
  }

  /** The folder of the app unit that a file belongs to. */
  rootOf(path: string): string {
    let folder = folderOf(path);
    while (folder !== '' && !this.roots.has(folder)) folder = folderOf(folder);
    return folder;
  }

  /** Folders of the app units; the workspace folder itself, `''`, is always one. */
  get roots(): ReadonlySet<string> {
    if (!this.#roots) {
      const folders = new Set(['']);
      for (const path of this.#paths) if (marksAppRoot(path)) folders.add(folderOf(path));
      this.#roots = folders;
    }
    return this.#roots;
  }

  #changed(what: 'paths' | 'appFiles'): void {
    this.#generation++;
    this.#apps.clear();
    this.#tree = undefined;
    if (what === 'appFiles') return;
    this.#roots = undefined;
    this.#byRoot = undefined;
  }

  #unitChanged(root: string): void {
    this.#generation++;
    this.#byRoot = undefined;
    this.#apps.delete(root);
  }

  #build(root: string): App {
    const files = [...this.#appFiles.values()];
    this.#tree ??= buildTree(new Set(this.#paths), new Map(this.#appFiles), this.#reader);
    const parts = {
      root,
      mine: files.filter(({ path }) => this.rootOf(path) === root),
      above: files.filter(({ path }) => isAbove(folderOf(path), root)),
      summaries: this.#summariesOf(root),
      tree: this.#tree,
      complete: this.#complete,
    };
    return buildApp(parts, this.#reader);
  }

  #summariesOf(root: string): readonly FileSummary[] {
    if (!this.#byRoot) {
      const grouped = new Map<string, FileSummary[]>();
      for (const summary of this.#summaries.values()) {
        const owner = this.rootOf(summary.path);
        const list = grouped.get(owner);
        if (list) list.push(summary);
        else grouped.set(owner, [summary]);
      }
      this.#byRoot = grouped;
    }
    return this.#byRoot.get(root) ?? [];
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function isAbove(folder: string, root: string): boolean {
  return root !== '' && folder !== root && (folder === '' || root.startsWith(`${folder}/`));
}

function sameSummary(a: FileSummary, b: FileSummary): boolean {
  return (
    a.class === b.class &&
    a.imports.join('\n') === b.imports.join('\n') &&
    a.envReads.join('\n') === b.envReads.join('\n')
  );
}
