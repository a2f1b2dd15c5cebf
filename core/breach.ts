import type { Import } from './facts/fact';
import type { FileClass } from './file-class';
import type { Cast, Family } from './language';
import type { Range } from './text';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type RuleId = `${string}/${string}`;

/** One place where a rule is broken; the engine adds message, severity and place in the file. */
export interface Breach {
  readonly range: Range;
  /** Fills the `{…}` of the rule's message. Never a value from an env file, never a credential. */
  readonly words?: Readonly<Record<string, string>>;
  readonly severity?: Severity;
  /** Other places that belong to it, told once with it. */
  readonly related?: readonly Related[];
  /** Breaches of one key in one file are one finding, at the first; the others are related places of it. */
  readonly once?: string;
  /** What "Move to env var" would move: the literal, the name to propose and the type the code needs. */
  readonly literal?: {
    readonly range: Range;
    readonly name: string;
    readonly cast: Cast;
    readonly keepAsFallback: boolean;
    /** The expression that goes with the literal, where it only picks one of several. */
    readonly whole?: Range;
  };
  /** More literals of the same thing, such as the port beside a host; one fix moves them all. */
  readonly together?: readonly { readonly range: Range; readonly name: string; readonly cast: Cast }[];
  /** What it concerns does nothing and may be drawn faded. */
  readonly unnecessary?: boolean;
  /** What a rule's own fix needs to know. */
  readonly repair?: Readonly<Record<string, string | number | boolean>>;
}

/** Another place that a breach has to do with; without a range the file as a whole. */
export interface Related {
  readonly path: string;
  readonly range?: Range;
  readonly message: string;
}

/** The file that is judged, without its text. */
export interface FileView {
  readonly path: string;
  readonly class: FileClass;
  readonly family: Family | undefined;
  readonly imports: readonly Import[];
}
