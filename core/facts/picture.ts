import type { App, AppFile, FileSummary } from '../app';
import type { Lock } from '../lockfile';
import type { ManifestFormat } from '../manifest';
import { marksAppRoot } from './app-files';
import { buildApp, prepareFile, Reader } from './build-app';
import { type Ground, WholeTree } from './build-tree';
import { locksAlong } from './locks';
import { folderOf, foldersAbove, grouped, sameSet, sameSummary } from './picture-parts';

/**
 * The picture of one workspace folder: which files there are, what the small ones that shape an app say, and what
 * the code files sum up to. The one mutable object of the facts; the {@link App}s it gives are immutable, and stay
 * the same objects until something they show has changed.
 */
export class Picture {
  readonly #reader: Reader;
  readonly #paths = new Set<string>();
  readonly #appFiles = new Map<string, AppFile>();
  readonly #locks = new Map<string, Lock>();
  readonly #summaries = new Map<string, FileSummary>();
  readonly #apps = new Map<string, App>();
  #roots: ReadonlySet<string> | undefined;
  #byRoot: ReadonlyMap<string, readonly FileSummary[]> | undefined;
  #appFilesByRoot: ReadonlyMap<string, readonly AppFile[]> | undefined;
  #appFilesByFolder: ReadonlyMap<string, readonly AppFile[]> | undefined;
  #tree: WholeTree | undefined;
  #ground: Ground = { tracked: undefined, exposed: new Set(), repository: undefined };
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

  /** The paths of the files that shape apps. */
  get appFilePaths(): Iterable<string> {
    return this.#appFiles.keys();
  }

  appFile(path: string): AppFile | undefined {
    return this.#appFiles.get(path);
  }

  /** The text of a file that shapes an app, or that an app has its configuration in. */
  textOf(path: string): string | undefined {
    return this.#appFiles.get(path)?.text ?? this.#summaries.get(path)?.module?.text;
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

  /** Notes what a lockfile pins. */
  setLock(lock: Lock): boolean {
    const isNew = !this.#paths.has(lock.path);
    this.#paths.add(lock.path);
    this.#locks.set(lock.path, lock);
    this.#changed(isNew ? 'paths' : 'appFiles');
    return true;
  }

  /** Notes what a code file sums up to; says whether that changed anything. */
  setSummary(summary: FileSummary): boolean {
    const old = this.#summaries.get(summary.path);
    const { capitals = old?.capitals } = summary;
    if (old && sameSummary(old, summary)) {
      // Known the next time an app is built; until then an app that names one constant less does no harm.
      if (capitals !== old.capitals) this.#summaries.set(summary.path, { ...old, capitals });
      return false;
    }
    const isNew = !this.#paths.has(summary.path);
    this.#paths.add(summary.path);
    this.#summaries.set(summary.path, { ...summary, capitals });
    if (isNew) this.#changed('paths');
    else this.#unitChanged(this.rootOf(summary.path));
    return true;
  }

  /** Notes that there is a file of which no app knows more than its path; says whether that is new. */
  addPath(path: string): boolean {
    if (this.#paths.has(path)) return false;
    this.#paths.add(path);
    this.#changed('paths');
    return true;
  }

  remove(path: string): boolean {
    const known = this.#paths.delete(path);
    this.#appFiles.delete(path);
    this.#locks.delete(path);
    this.#summaries.delete(path);
    if (known) this.#changed('paths');
    return known;
  }

  /** Notes what git tracks and which env files all users may read; says whether that changed anything. */
  setGround(ground: Ground): boolean {
    const old = this.#ground;
    const isSame = sameSet(old.tracked, ground.tracked) && sameSet(old.exposed, ground.exposed);
    if (isSame && old.repository === ground.repository) return false;
    this.#ground = ground;
    this.#changed('appFiles');
    return true;
  }

  /** All files have been read; from now on what is absent is absent. */
  finish(): void {
    this.#complete = true;
    this.#changed('appFiles');
  }

  /** Reads a file that shapes an app ahead of time, so that the first app is not built from all of them at once. */
  prepare(path: string): void {
    const file = this.#appFiles.get(path);
    if (file) prepareFile(file, this.#reader);
  }

  /** Works out what all apps are built from, step by step, so that the first of them is not built with all at once. */
  *steps(): Generator<void> {
    this.#filesByRoot;
    yield;
    this.#filesByFolder;
    yield;
    this.#summariesByRoot;
    yield;
    yield* this.#whole.steps();
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
    this.#appFilesByRoot = undefined;
    this.#appFilesByFolder = undefined;
    if (what === 'appFiles') return;
    this.#roots = undefined;
    this.#byRoot = undefined;
  }

  #unitChanged(root: string): void {
    this.#generation++;
    this.#byRoot = undefined;
    this.#apps.delete(root);
  }

  get #filesByRoot(): ReadonlyMap<string, readonly AppFile[]> {
    this.#appFilesByRoot ??= grouped(this.#sortedFiles(), ({ path }) => this.rootOf(path));
    return this.#appFilesByRoot;
  }

  get #filesByFolder(): ReadonlyMap<string, readonly AppFile[]> {
    this.#appFilesByFolder ??= grouped(this.#sortedFiles(), ({ path }) => folderOf(path));
    return this.#appFilesByFolder;
  }

  /** In the order of their paths, so that what a rule names first does not hang on what was read or made first. */
  #sortedFiles(): AppFile[] {
    return [...this.#appFiles.values()].sort(byPath);
  }

  get #summariesByRoot(): ReadonlyMap<string, readonly FileSummary[]> {
    this.#byRoot ??= grouped(this.#summaries.values(), ({ path }) => this.rootOf(path));
    return this.#byRoot;
  }

  get #whole(): WholeTree {
    this.#tree ??= new WholeTree(new Set(this.#paths), new Map(this.#appFiles), this.#reader, this.#ground);
    return this.#tree;
  }

  #build(root: string): App {
    const above = foldersAbove(root);
    const parts = {
      root,
      mine: this.#filesByRoot.get(root) ?? [],
      above: above.flatMap((folder) => this.#filesByFolder.get(folder) ?? []),
      locks: locksAlong([...this.#locks.values()], [root, ...above], (path) => this.rootOf(path)),
      summaries: this.#summariesByRoot.get(root) ?? [],
      tree: this.#whole,
      complete: this.#complete,
    };
    return buildApp(parts, this.#reader);
  }
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}
