import type { App } from '../core/app';
import { Picture } from '../core/facts/picture';
import { type Baseline, parseBaseline } from '../core/lint/baseline';
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
  #baselineText: string | undefined;
  #baseline: Baseline | undefined;
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

  /** The text of the folder's baseline file; undefined where it has none. */
  get baselineText(): string | undefined {
    return this.#baselineText;
  }

  /** Takes the text of the folder's baseline file; one that cannot be read hides nothing. */
  takeBaseline(text: string | undefined): void {
    if (text === this.#baselineText) return;
    this.#baselineText = text;
    this.#baseline = text === undefined ? undefined : parseBaseline(text).baseline;
    this.#merge();
  }

  #merge(): void {
    const rules = { ...this.#own.lint.rules, ...this.#fromFile.rules };
    const merged = { ...this.#own, lint: { ...this.#own.lint, rules } };
    const baseline = this.#own.usesBaseline ? this.#baseline : undefined;
    this.#settings = baseline ? { ...merged, baseline } : merged;
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
