import type { Range } from '../text';

/** One process type of a Procfile: `web: gunicorn app:app --bind :$PORT`. */
export interface ProcessType {
  readonly name: string;
  readonly nameRange: Range;
  readonly command: Command;
  /** The whole line without its line break. */
  readonly range: Range;
}

export interface ProcfileProblem {
  readonly code: 'malformed' | 'duplicate' | 'empty-command';
  readonly range: Range;
  readonly message: string;
}

/** What a Procfile says. Duplicate names stay in `processes`, in the order of their lines. */
export interface Procfile {
  readonly processes: readonly ProcessType[];
  readonly comments: readonly Range[];
  readonly problems: readonly ProcfileProblem[];
}

/** A shell word with its quotes removed; `literal` is false where a variable or substitution stands in it. */
export interface Word {
  readonly text: string;
  readonly range: Range;
  readonly literal: boolean;
}

/** `$NAME`, `${NAME}` or `${NAME:-default}` in a command. */
export interface VariableUse {
  readonly name: string;
  readonly nameRange: Range;
  readonly range: Range;
  readonly hasDefault: boolean;
}

/** `NAME=value` before a command's first word. */
export interface Assignment {
  readonly name: string;
  readonly nameRange: Range;
  readonly valueRange: Range;
  readonly range: Range;
}

/** One simple command of a pipeline or list. `program` is the first word after the assignments. */
export interface SimpleCommand {
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  readonly range: Range;
  /** The operator that follows: `&&`, `||`, `|`, `;`, `&`, or undefined at the end. */
  readonly operator: string | undefined;
}

export interface Redirect {
  readonly operator: string;
  readonly target: Word | undefined;
  readonly range: Range;
}

/** A shell command line with the range of each of its parts, in the coordinates of the text that holds it. */
export interface Command {
  readonly text: string;
  readonly range: Range;
  readonly simple: readonly SimpleCommand[];
  /** Those in `$(…)` and so on are among them. */
  readonly variables: readonly VariableUse[];
  /**
   * What is run for its output, in the order of the text: `$(…)`, backticks, `<(…)`. It is none of `simple`, and never
   * what the process becomes.
   */
  readonly substitutions: readonly Command[];
}

/** The simple commands of a command, and of all that it runs for its output. */
export function everySimple({ simple, substitutions }: Command): readonly SimpleCommand[] {
  return substitutions.length === 0 ? simple : [...simple, ...substitutions.flatMap(everySimple)];
}
