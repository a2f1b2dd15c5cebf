import type { Secret } from '../secret';
import type { Range } from '../text';

/** One assignment of an env file. */
export interface EnvEntry {
  readonly name: string;
  readonly nameRange: Range;
  /** The value as the `dotenv` package (version 18) reads it: quotes removed, `\n` and `\r` expanded in double quotes. */
  readonly value: Secret;
  /** The value as written, quotes included; empty after `=` at the line's end. */
  readonly valueRange: Range;
  readonly quote: '"' | "'" | '`' | undefined;
  readonly exported: boolean;
  /** The whole entry, from `export` or the name to the end of the value. */
  readonly range: Range;
}

export interface EnvProblem {
  readonly code: 'malformed' | 'duplicate';
  readonly range: Range;
  readonly message: string;
}

/** What an env file says. Duplicates stay in `entries`; the last one is the value, as for `dotenv`. */
export interface EnvFile {
  readonly entries: readonly EnvEntry[];
  readonly comments: readonly Range[];
  readonly problems: readonly EnvProblem[];
}
