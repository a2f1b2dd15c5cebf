import type { ClientCapabilities } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Linter } from '../core/linter';
import type { Rule } from '../core/rule';
import { Grammars } from '../core/syntax/grammars';
import { CheckedFiles } from './checked-files';
import { type File, keyOf } from './file';
import { Folder } from './folder';
import type { ServerHost } from './hosts/host';
import { OpenDocument } from './open-document';
import { type Settings, settingsFrom } from './settings';
import { type Log, Tasks } from './tasks';
import { pathBelow, placeOf, trimmed } from './uri';

/** All that the server knows between two messages. Features ask it and tell it; nothing else is kept. */
export class Session {
  readonly host: ServerHost;
  readonly linter: Linter;
  /** The open documents by URI. */
  readonly documents = new Map<string, OpenDocument>();
  /** How often each file has been closed, by its key: its diagnostics then are no longer those of an editor. */
  readonly closings = new Map<string, { readonly uri: string; readonly count: number }>();
  readonly checked: CheckedFiles;
  readonly tasks: Tasks;
  /** What the client can do. */
  client: ClientCapabilities = {};
  /** Whether the user trusts the workspace, so that its processes may be started. */
  trusted = true;
  /** The commands that the client has, by id, where it says. */
  commands: ReadonlySet<string> | undefined;
  /** Resolves once the user's settings are known, or could not be had. */
  configured: Promise<void> = Promise.resolve();
  /** When the client last sent what a user waits for, by `performance.now()`. */
  attended = 0;
  readonly #folders = new Map<string, Folder>();
  readonly #untold = new Set<OpenDocument>();
  readonly #listeners = new Set<() => void>();
  #settings = settingsFrom(undefined);
  #ended = false;
  #opened = 0;
  #revision = 0;

  constructor(host: ServerHost, log: Log, rules?: readonly Rule[]) {
    this.host = host;
    this.linter = new Linter(new Grammars(host.grammars), rules);
    this.checked = new CheckedFiles(host, this.linter);
    this.tasks = new Tasks(log);
  }

  /** The folders that the client has opened. */
  get folders(): Folder[] {
    return [...this.#folders.values()].filter((folder) => folder.opened);
  }

  addFolder(uri: string): Folder {
    return this.#add(trimmed(uri), true);
  }

  #add(uri: string, opened: boolean): Folder {
    const folder = new Folder(uri, opened, this.#settings);
    this.#folders.set(uri, folder);
    return folder;
  }

  /** Open documents of a folder that goes keep their findings until they are opened again. */
  removeFolder(uri: string): void {
    this.#folders.delete(trimmed(uri));
  }

  /** Takes what the user has set: for everything, and for single folders by their URI. */
  configure(general: Settings, own: ReadonlyMap<string, Settings>): void {
    this.#settings = general;
    for (const folder of this.#folders.values()) folder.configure(own.get(folder.uri) ?? general);
    this.changed();
  }

  /** Gives open documents to the folders that have come. */
  rehome(): void {
    for (const { uri, folder, source } of [...this.documents.values()]) {
      if (this.#locate(uri).folder === folder) continue;
      this.open(source);
      this.edited(uri);
    }
  }

  /** The file of a URI, in the nearest folder above it. */
  fileOf(uri: string): File {
    return this.documents.get(uri) ?? this.#locate(uri);
  }

  #locate(uri: string): File {
    let best: File | undefined;
    for (const folder of this.#folders.values()) {
      const path = pathBelow(folder.uri, uri);
      if (path !== undefined && (!best || path.length < best.path.length)) best = { folder, path };
    }
    if (best?.folder.opened) return best;
    const place = placeOf(uri);
    return { folder: this.#folders.get(place.folder) ?? this.#add(place.folder, false), path: place.path };
  }

  /** The open document of a file, if it is open. */
  documentAt({ folder, path }: File): OpenDocument | undefined {
    for (const document of this.documents.values()) {
      if (document.folder === folder && document.path === path) return document;
    }
    return undefined;
  }

  open(source: TextDocument): void {
    const { folder, path } = this.#locate(source.uri);
    this.documents.get(source.uri)?.close();
    this.#opened++;
    this.documents.set(source.uri, new OpenDocument(source, folder, path, this.linter, this.#opened));
  }

  edited(uri: string): void {
    const document = this.documents.get(uri);
    if (!document) return;
    this.attended = performance.now();
    if (this.#untold.size === 0) {
      this.tasks.run('settle', async () => {
        await this.host.pause();
        this.settle();
      });
    }
    this.#untold.add(document);
  }

  /** Gives the file, for its text on the disk counts again. */
  close(uri: string): File | undefined {
    const document = this.documents.get(uri);
    if (!document) return undefined;
    document.close();
    this.documents.delete(uri);
    const file = { folder: document.folder, path: document.path };
    const count = (this.closings.get(keyOf(file))?.count ?? 0) + 1;
    this.closings.set(keyOf(file), { uri, count });
    return file;
  }

  /** Brings the pictures up to the open documents: all edits since the last time at once. */
  settle(): void {
    if (this.#untold.size === 0) return;
    const edited = [...this.#untold];
    this.#untold.clear();
    const open = edited.filter((document) => this.documents.get(document.uri) === document);
    // A document that the client pulls concerns nobody else as long as it says the same of itself.
    if (open.filter((document) => document.tell() || !document.pulled).length > 0) this.changed();
  }

  /** Counts up with everything that diagnostics may depend on. */
  get revision(): number {
    return this.#revision;
  }

  /** Says that something has changed. */
  changed(): void {
    this.#revision++;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Once true, no request is held any more. */
  get ended(): boolean {
    return this.#ended;
  }

  end(): void {
    this.#ended = true;
    this.changed();
  }

  onChange(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }
}
