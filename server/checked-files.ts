import type { App } from '../core/app';
import { mostBytes } from '../core/limits';
import type { Linter } from '../core/linter';
import type { Finding } from '../core/rule';
import { LineIndex } from '../core/text';
import type { File } from './file';
import type { Folder } from './folder';
import type { ServerHost } from './hosts/host';
import type { Settings } from './settings';

export interface CheckedFile {
  readonly findings: readonly Finding[];
  readonly lines: LineIndex;
}

interface Kept extends CheckedFile {
  readonly app: App;
  readonly settings: Settings;
}

const nothing: CheckedFile = { findings: [], lines: new LineIndex('') };

/** The findings in files that no editor holds, kept until the file or its app changes. */
export class CheckedFiles {
  readonly #host: ServerHost;
  readonly #linter: Linter;
  readonly #kept = new WeakMap<Folder, Map<string, Kept>>();

  constructor(host: ServerHost, linter: Linter) {
    this.#host = host;
    this.#linter = linter;
  }

  /** Reads the file only where the picture does not hold its text. */
  async check({ folder, path }: File): Promise<CheckedFile> {
    const app = folder.picture.appOf(path);
    const { settings } = folder;
    const kept = this.#of(folder).get(path);
    if (kept?.app === app && kept.settings === settings) return kept;
    if (!this.#linter.isChecked(path)) return nothing;
    const text = folder.picture.appFile(path)?.text ?? (await this.#read(folder, path));
    if (text === undefined) return nothing;
    const findings = await this.#linter.check(path, text, app, settings.lint);
    const made = { app, settings, findings, lines: new LineIndex(findings.length > 0 ? text : '') };
    this.#of(folder).set(path, made);
    return made;
  }

  /** To be called where a file's text has changed on the disk. */
  forget({ folder, path }: File): void {
    this.#of(folder).delete(path);
  }

  #of(folder: Folder): Map<string, Kept> {
    let files = this.#kept.get(folder);
    if (!files) {
      files = new Map();
      this.#kept.set(folder, files);
    }
    return files;
  }

  async #read(folder: Folder, path: string): Promise<string | undefined> {
    const reading = await this.#host.read(folder.uri, path, mostBytes(path));
    return 'text' in reading ? reading.text : undefined;
  }
}
