import type { Secret } from '../secret';
import type { Range } from '../text';

/**
 * What a file does with an environment variable where it names it: gives it a value, documents that it is needed,
 * reads it, or refers to it inside the value of another one.
 */
export type EnvDeed = 'set' | 'document' | 'read' | 'refer';

/** One place of a file that names an environment variable. */
export interface EnvMention {
  readonly name: string;
  /** The name alone. */
  readonly range: Range;
  readonly does: EnvDeed;
  /** A read that goes on without the variable: `${NAME:-default}`. */
  readonly hasDefault?: boolean;
  /** What the variable is set to, where the file says it as plain text. */
  readonly value?: Secret;
  /** The value as written, quotes included. */
  readonly valueRange?: Range;
}

/** All that one file says of the environment. */
export interface EnvPart {
  readonly path: string;
  readonly mentions: readonly EnvMention[];
}
