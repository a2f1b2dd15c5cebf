import type { App } from '../core/app';
import { Picture } from '../core/facts/picture';
import manifests from '../core/manifests/index.generated';
import type { Settings } from './settings';

/** A workspace folder, or the folder of a document that lies in none: its picture and the user's settings for it. */
export class Folder {
  readonly uri: string;
  /** Whether its files are read in the background; a folder that the client has not opened is left alone. */
  readonly opened: boolean;
  readonly picture = new Picture(manifests);
  settings: Settings;
  readonly #serials = new WeakMap<App | Settings, number>();
  #lastSerial = 0;

  constructor(uri: string, opened: boolean, settings: Settings) {
    this.uri = uri;
    this.opened = opened;
    this.settings = settings;
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
