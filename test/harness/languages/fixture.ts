import type { Holder } from '../../../core/facts/fact';

/** The ways in which code names a library's function; each is a text with the call's name in `«…»`. */
export type Naming =
  | 'as it is'
  | 'import alias'
  | 'member'
  | 'module alias'
  | 'destructuring'
  | 'member alias'
  | 'one-hop constant'
  | 'made by a call'
  | 'made by a call, in a constant'
  | 'unknown base'
  | 'bound twice'
  | 'bound by a parameter'
  | 'bound in another function too'
  | 'bound outside of its function'
  | 'end of a long row of calls';

/** A text with one mark, and what the marked place is in it. */
export type Marked<T> = readonly [marked: string, means: T];

export interface ImportCase {
  readonly text: string;
  readonly module: string;
  /** What each local name stands for. */
  readonly names: Readonly<Record<string, string>>;
}

export interface EnvReadCase {
  /** The whole expression that reads is marked. */
  readonly marked: string;
  readonly name: string;
  /** What the fallback says. */
  readonly fallback?: string | number;
  /** Only the syntax tree tells. */
  readonly treeOnly?: boolean;
}

/** One language in the contract of `languages.test.ts`: the same meanings, as this language writes them. */
export interface LanguageFixture {
  readonly imports: readonly ImportCase[];
  /** Texts in which only comments and strings look like imports. */
  readonly noImports: readonly string[];
  /** Marked calls and their qualified names. */
  readonly callees: Readonly<Record<Naming, Marked<string>>>;
  /** Calls that give 3000 as the option or keyword `port`, in each way; the call's name is marked. */
  readonly options: readonly string[];
  /** Calls whose first argument is `data.log`, in each way; the call's name is marked. */
  readonly arguments: readonly string[];
  readonly envReads: readonly EnvReadCase[];
  /** Texts, and the variables they read: `required`, or with a `default`. */
  readonly reads: readonly (readonly [
    text: string,
    names: Readonly<Record<string, 'required' | 'default'>>,
  ])[];
  /** Texts that write a variable or only talk of one. */
  readonly noEnvReads: readonly string[];
  /** Strings, marked with their quotes, and what holds them. */
  readonly holders: Readonly<Record<Holder['kind'], readonly Marked<Holder>[]>>;
  readonly unheld: readonly string[];
  /** Names that are given a marked string. */
  readonly given: readonly string[];
  /** Strings, marked with their quotes, that stand in for a variable of the environment that is not set. */
  readonly fallbacks: readonly string[];
  /** Strings beside a read of the environment that are no fallback. */
  readonly noFallbacks: readonly string[];
  /** A marked string inside the function `start`, and one in a `try`, where the language has it. */
  readonly inFunction: string;
  readonly inTry: string | undefined;
  readonly notInTry: string;
  /** Strings, marked, in what answers requests, and strings that are not. */
  readonly handlers: readonly string[];
  readonly noHandlers: readonly string[];
  /** Annotations and decorators, their names marked, and the name of what they stand on. */
  readonly decorated: readonly Marked<string>[];
  /** Calls that are handed a function which calls `stop` and `exit` in its own words, and nothing else. */
  readonly handing: readonly Marked<readonly string[]>[];
  /** A marked place in comparisons of the variable `MODE` with `prod`, and what runs if they are equal. */
  readonly comparisons: readonly Marked<string | undefined>[];
  readonly unequal: readonly string[];
  readonly noComparisons: readonly string[];
  /** The whole text with a hole for an expression, as a statement of its own. */
  readonly statement: (expression: string) => string;
  /** Texts in which `readEnv` must bring an import along, and what it leaves; the literal is marked. */
  readonly readEnv: readonly Marked<string>[];
  readonly loadEnv: readonly (readonly [before: string, after: string])[];
  /** Literals, marked, and what stands in their place once they are moved to `NAME`. */
  readonly movable: readonly Marked<string>[];
  /** Literals, marked, that no expression may replace. */
  readonly immovable: readonly string[];
  /** Literals and what an env file holds for them; undefined where it can hold nothing. */
  readonly literals: readonly (readonly [source: string, means: string | undefined])[];
}
