import type { App } from '../core/app';
import { Picture } from '../core/facts/picture';
import { parseConfigFile } from '../core/lint/config-file';
import { defaultSettings, type LintSettings } from '../core/lint/settings';
import manifests from '../core/manifests/index.generated';
import type { Settings } from './settings';

/** A workspace folder, or the folder of a document that lies in none: its picture and the user's settings for it. */
export class Folder {
  readonly uri: string;
  /** Whether its files are read in the background; a folder that the client has not opened is left alone. */
  readonly opened: boolean;
  readonly picture = new Picture(manifests);
  #own: Settings;
  #fromFile: LintSettings = defaultSettings;
  #settings: Settings;
  readonly #serials = new WeakMap<App | Settings, number>();
  #lastSerial = 0;

  constructor(uri: string, opened: boolean, settings: Settings) {
    this.uri = uri;
    this.opened = opened;
    this.#own = settings;
    this.#settings = settings;
  }

  /** The user's settings and those of the folder's config file, which win; another object after each change. */
  get settings(): Settings {
    return this.#settings;
  }

  /** Takes what the user has set. */
  configure(own: Settings): void {
    this.#own = own;
    this.#merge();
  }

  /** Takes the text of the folder's config file; `''` where it has none. */
  takeConfigFile(text: string): void {
    this.#fromFile = parseConfigFile(text).settings;
    this.#merge();
  }

  #merge(): void {
    const rules = { ...this.#own.lint.rules, ...this.#fromFile.rules };
    this.#settings = { ...this.#own, lint: { ...this.#own.lint, rules } };
  }

  /** A number that stands for what findings in this file depend on besides its own text. */
  stateOf(path: string): string {
    return `${this.#serial(this.picture.appOf(path))}.${this.#serial(this.settings)}`;
  }

  #serial(of: App | Settings): number {
    const known = this.#serials.get(of);
    if (known !== undefined) return known;
    this.#lastSerial++;
    this.#serials.set(of, this.#lastSerial);
    return this.#lastSerial;
  }
}
