import type { Range } from '../text';

/**
 * One value of a configuration file, with the keys that lead to it:
 *
 * - YAML, JSON, TOML: the keys of maps and the indexes of lists. Aliases and merge keys of YAML are read as what they
 *   stand for: what a merge brings in keeps the place where it is written.
 * - INI: `section`, `key`; what stands before the first section has its key alone.
 * - Java properties: the key split at its dots, `a[0].b` as `a.0.b`, so that it reads as the same key in YAML does.
 * - XML: the local names of the elements from the root down, and for an attribute `@name` below its element. An
 *   element that holds no other is a value, its text; all others are maps, whose text between elements is left out.
 * - Server configuration (nginx, Apache httpd, HAProxy, Caddy): the names of the blocks or the section, then the
 *   directive; its value is all its arguments. What is said of a block itself (`location /api`) is left out.
 *
 * - Terraform and logrotate: read line by line like server configuration; of `name = value` the value alone.
 *
 * A value that a template fills (`<%= … %>`, `{{ … }}`) is the template's text as written.
 */
export interface ConfigEntry {
  /** Keys from the top; elements of lists have their index: `['handlers', '0', 'class']`. */
  readonly keys: readonly string[];
  /** The last key, or the element or directive it belongs to where the format has no keys. */
  readonly keyRange: Range;
  /** The value as text: quotes removed, numbers and booleans as written; `''` for an empty one. */
  readonly value: string;
  /** Where the value stands, without its quotes; the key's range where there is no value. */
  readonly range: Range;
  /**
   * The whole entry with its key, up to the end of the value, or the `;` that ends it; for a map or a list, of all it
   * holds.
   */
  readonly whole: Range;
  /** `map` and `list` entries have an empty value and stand before what they hold. */
  readonly kind: 'value' | 'map' | 'list';
}

/** One format of configuration files; one file each in `entries/`. Reading never throws: what cannot be read is left out. */
export interface EntryFormat {
  readonly id: string;
  /** Matches the paths of its files. No path belongs to two formats. */
  readonly files: RegExp;
  /** What stands before and after a comment on a line of its own; undefined where the format has none. */
  readonly comment: readonly [before: string, after: string] | undefined;
  matches(path: string): boolean;
  entries(text: string): readonly ConfigEntry[];
}

export function defineEntryFormat(format: Omit<EntryFormat, 'matches'>): EntryFormat {
  return Object.freeze({ ...format, matches: (path: string) => format.files.test(path) });
}
