import { type Disposable, type ExtensionContext, type Uri, workspace } from 'vscode';
import type { StartOfProcess } from '../../core/protocol';
import { editorWorld } from './editor-world';
import { Listeners } from './listeners';
import { findRoots } from './roots';
import { FormationSession } from './session';
import { type FormationView, isAlive } from './view';

/** The formations of this window, one for each folder with a Procfile. */
export class Formations implements Disposable {
  readonly changes = new Listeners<void>();
  readonly #context: ExtensionContext;
  readonly #startsOf: (key: string) => readonly StartOfProcess[];
  readonly #sessions = new Map<string, FormationSession>();
  #procfiles: ReadonlyMap<string, readonly string[]> = new Map();
  #watched = false;
  /** True once the folders were searched. */
  searched = false;

  /** `startsOf` gives what is known of where the process types of an app start. */
  constructor(context: ExtensionContext, startsOf: (key: string) => readonly StartOfProcess[]) {
    this.#context = context;
    this.#startsOf = startsOf;
  }

  get sessions(): readonly FormationSession[] {
    return [...this.#sessions.values()];
  }

  find(key: string): FormationSession | undefined {
    return this.#sessions.get(key);
  }

  /** The app in a folder on disk, if it is one. */
  at(path: string): FormationSession | undefined {
    return this.sessions.find((session) => session.path === path);
  }

  /** What to show; nothing in an untrusted workspace, whose view says why. */
  views(): readonly FormationView[] {
    return workspace.isTrusted ? this.sessions.map((session) => session.view()) : [];
  }

  /** Brings the sessions in line with the folders. One whose processes live outlasts its Procfile. */
  async search(): Promise<void> {
    const found = await findRoots();
    const roots = new Map(found.map(({ uri }) => [uri.toString(), uri]));
    this.#procfiles = new Map(found.map(({ uri, procfiles }) => [uri.toString(), procfiles]));
    for (const [key, session] of this.#sessions) {
      if (roots.has(key) || session.view().processes.some(isAlive)) continue;
      this.#sessions.delete(key);
      void session.dispose();
    }
    const added = [...roots].filter(([key]) => !this.#sessions.has(key)).map(([, root]) => this.#add(root));
    await Promise.all(this.sessions.map((session) => session.refresh()));
    this.searched = true;
    this.changes.tell();
    if (workspace.isTrusted) await Promise.all(added.map((session) => session.attach()));
  }

  /** The user trusts the workspace from now on. */
  async trusted(): Promise<void> {
    this.changes.tell();
    await Promise.all(this.sessions.map((session) => session.attach()));
  }

  /** Reads again the sources of each formation that reads this file. */
  async fileChanged(uri: Uri): Promise<void> {
    const file = uri.toString();
    await Promise.all(this.sessions.map((session) => (session.reads(file) ? session.refresh() : undefined)));
  }

  async settingsChanged(): Promise<void> {
    await this.search();
    await Promise.all(this.sessions.map((session) => session.refresh()));
  }

  /** Measures what processes use, while somebody looks at it. */
  watchStats(watched: boolean): void {
    this.#watched = watched;
    for (const session of this.sessions) void session.watchStats(watched);
  }

  dispose(): void {
    for (const session of this.sessions) void session.dispose();
  }

  #add(root: Uri): FormationSession {
    const key = root.toString();
    const session = new FormationSession(
      editorWorld(
        this.#context,
        root,
        () => this.#procfiles.get(key) ?? [],
        () => this.#startsOf(key),
      ),
    );
    this.#sessions.set(key, session);
    void session.watchStats(this.#watched);
    session.changes.add(() => this.changes.tell());
    return session;
  }
}
