import type { App } from '../core/app';
import { mostBytes } from '../core/limits';
import { part } from '../core/lint/baseline';
import type { Linter } from '../core/linter';
import { LineIndex } from '../core/text';
import type { Judgement } from './baselines';
import type { File } from './file';
import type { Folder } from './folder';
import type { ServerHost } from './hosts/host';
import type { Settings } from './settings';
import type { Slices } from './slices';

export interface CheckedFile extends Judgement {
  readonly lines: LineIndex;
}

interface Kept extends CheckedFile {
  readonly app: App;
  readonly settings: Settings;
}

const nothing: CheckedFile = { findings: [], known: [], gone: [], lines: new LineIndex('') };

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
  async check({ folder, path }: File, slices?: Slices): Promise<CheckedFile> {
    const app = folder.picture.appOf(path);
    const { settings } = folder;
    const before = this.#of(folder).get(path);
    if (before?.app === app && before.settings === settings) return before;
    if (!this.#linter.isChecked(path)) return nothing;
    const text = await this.textOf({ folder, path });
    if (text === undefined) return nothing;
    const found = await this.#linter.check(path, text, app, settings.lint, undefined, () =>
      slices?.isOver ? slices.pause() : undefined,
    );
    const { fresh, known, gone } = part(found, path, text, settings.baseline);
    const lines = new LineIndex(fresh.length > 0 ? text : '');
    const made = { app, settings, findings: fresh, known, gone, lines };
    this.#of(folder).set(path, made);
    return made;
  }

  /** The text of a file as the picture or the disk holds it. */
  async textOf({ folder, path }: File): Promise<string | undefined> {
    return folder.picture.appFile(path)?.text ?? this.#read(folder, path);
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
    if ('text' in reading) return reading.text;
    return reading.skipped === 'binary' && this.#linter.isJudgedWhole(path) ? '' : undefined;
  }
}
