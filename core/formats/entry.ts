import type { Range } from '../text';

/** One value of a configuration file, with the keys that lead to it. */
export interface ConfigEntry {
  /** Keys from the top; elements of lists have their index: `['handlers', '0', 'class']`. */
  readonly keys: readonly string[];
  /** The last key, or the element or directive it belongs to where the format has no keys. */
  readonly keyRange: Range;
  /** The value as text: quotes removed, numbers and booleans as written; `''` for an empty one. */
  readonly value: string;
  /** Where the value stands, without its quotes; the key's range where there is no value. */
  readonly range: Range;
  /** The whole entry with its key, up to the end of the value; for a map or a list, of all it holds. */
  readonly whole: Range;
  /** `map` and `list` entries have an empty value and stand before what they hold. */
  readonly kind: 'value' | 'map' | 'list';
}

/** One format of configuration files; one file each in `entries/`. Reading never throws: what cannot be read is left out. */
export interface EntryFormat {
  readonly id: string;
  matches(path: string): boolean;
  entries(text: string): readonly ConfigEntry[];
}

export function defineEntryFormat(format: EntryFormat): EntryFormat {
  return Object.freeze(format);
}
