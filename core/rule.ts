import type { App } from './app';
import type { Breach, FileView, RuleId, Severity } from './breach';
import type {
  CallFact,
  ComparisonFact,
  EnvRead,
  Fact,
  GivenFact,
  Import,
  ImportFact,
  ReadFact,
  StateFact,
  StringFact,
} from './facts/fact';
import type { AppKind, FileClass } from './file-class';
import type { RoleCommand } from './formats/commands';
import type { ConfigEntry } from './formats/entry';
import type { Family } from './language';
import type { Position, Range } from './text';

export type { Breach, FileView, Related, RuleId, Severity } from './breach';

/** One library function that a rule knows. */
export interface Api {
  /**
   * Qualified names, such as `winston.transports.File`; `?` before the first dot stands for a base nobody knows, `*` for
   * any base, `@` before the name for an annotation.
   */
  readonly calls: readonly string[];
  /** True for a name that needs no import: a global or a builtin. */
  readonly global?: boolean;
  /** For names that are common words: texts, one of which must stand in the file too, or it is not looked at. */
  readonly beside?: readonly string[];
  /** Functions that the call is handed are looked into: they are values of the kind `function`. */
  readonly bodies?: boolean;
  /** What the call is a method of is evaluated too: `receiver` of its fact. */
  readonly receiver?: boolean;
  /** The calls of the function around it are told, in their order: `around` of its fact. */
  readonly around?: boolean;
  /**
   * Calls of the function around it come with it: `callers` of its fact; where it hands on what that one was given, or
   * always.
   */
  readonly callers?: boolean | 'always';
  /** Whether this call breaks the rule, and where; without it every call does, at its whole range. */
  breach?(call: CallFact, file: FileView, app: App): Breach | undefined;
}

/**
 * A law: data over facts. It never sees a syntax tree, a disk or a clock. Its page stands beside it under the same
 * name and is its documentation and its test.
 */
export interface Rule {
  readonly id: RuleId;
  readonly title: string;
  readonly severity: Severity;
  /** Silent until a user gives it a level. */
  readonly off?: true;
  /** Says what is wrong and what to do, in one or two short sentences; `{word}` is filled from the breach. */
  readonly message: string;
  /** File classes in which the rule is silent. */
  readonly skip: readonly FileClass[];
  /** Kinds of app in which the rule is silent. */
  readonly skipApps?: readonly AppKind[];
  /** Severity by file class, where it differs. */
  readonly severityIn?: Partial<Record<FileClass, Severity>>;

  readonly calls?: Partial<Record<Family, readonly Api[]>>;
  readonly strings?: StringCheck;
  readonly given?: GivenCheck;
  readonly comparisons?: ComparisonCheck;
  readonly state?: StateCheck;
  /** Judges together what the rule's other checks have the file looked through for: pairs of settings. */
  readonly whole?: (facts: readonly Fact[], file: FileView, app: App) => readonly Breach[];
  /** Judges the entries of configuration files: YAML, JSON, TOML, XML, INI, properties, server configuration. */
  readonly entries?: readonly EntryCheck[];
  /** Judges what stands in any text: code and its comments, configuration files, files of the app, prose. */
  readonly texts?: TextCheck;
  /** Judges a file by what it is: its path, and what stands in it as a whole. */
  readonly files?: FileCheck;
  readonly imports?: ImportCheck;
  readonly reads?: ReadCheck;
  readonly commands?: (command: RoleCommand, app: App) => readonly Breach[];
  /** Judges a Procfile, an env file, a manifest by what the app knows of it; ranges are in that file. */
  readonly appFiles?: (path: string, app: App) => readonly Breach[];
  /** Comments by which other tools are told that a credential is meant to stand there silence it too. */
  readonly secret?: boolean;
  /** Why a rule that judges code has nothing to judge in a language; the coverage table shows it. */
  readonly notFor?: Partial<Record<Family, string>>;
  /** The repairs offered; a breach with a `literal` is also offered "Move to env var". */
  readonly fix?: Fixer;
}

export interface StringCheck {
  /** Substrings that make a string worth a look: schemes such as `redis://`. Case does not matter. */
  readonly containing?: readonly string[];
  /** Words in the name that holds a string: `password`. Case does not matter. */
  readonly heldBy?: readonly string[];
  /**
   * What stands behind such a word where the string is worth a look, on the same line; sticky and linear. Without it
   * every string that the word may be given is.
   */
  readonly heldLike?: RegExp;
  /** For what is common: texts, one of which must stand in the file too, or it is not looked at. */
  readonly beside?: readonly string[];
  breach(fact: StringFact, file: FileView, app: App): Breach | undefined;
}

export interface GivenCheck {
  /** Words in the name that is given a value. Case does not matter. */
  readonly names: readonly string[];
  /** For what is common: texts, one of which must stand in the file too, or it is not looked at. */
  readonly beside?: readonly string[];
  breach(fact: GivenFact, file: FileView, app: App): Breach | undefined;
}

export interface ComparisonCheck {
  /** Words on either side of a comparison: the name of a variable, a value. Case does not matter. */
  readonly words: readonly string[];
  breach(fact: ComparisonFact, file: FileView, app: App): Breach | undefined;
}

export interface StateCheck {
  /** Looks at the file without its tree: may what it keeps in memory break the rule? */
  suspects(file: FileView, app: App): boolean;
  /** Judges one variable with all its uses in the file. */
  breach(fact: StateFact, file: FileView, app: App): Breach | undefined;
}

/** What a rule has seen in a text, without knowing what kind of text it is. */
export interface Sighting {
  readonly range: Range;
  /** Which of the things that the rule looks for. */
  readonly about: string;
}

/** Where in code a sighting is. */
export interface SightingPlace {
  /** The string that holds it; in a comment there is none. */
  readonly string: StringFact | undefined;
  readonly inComment: boolean;
  readonly inTest: boolean;
}

export interface TextCheck {
  /** What it looks for has one of these in it. Case does not matter. */
  readonly literals: readonly string[];
  /** Files that are looked through beside code, files of the app and configuration files of other rules; none if left out. */
  readonly files?: RegExp;
  /** What is seen where one of the literals stands. Takes time by what it finds, not by the length of the text. */
  find(text: string, at: number, literal: string): Sighting | undefined;
  /** `place` is undefined in a file that is no code. */
  breach(sighting: Sighting, place: SightingPlace | undefined, file: FileView, app: App): Breach | undefined;
}

export interface FileCheck {
  /** Match the paths of the files it concerns: no code, and so few that they may be judged without being opened. */
  readonly files: readonly RegExp[];
  /** Rules that are not heard in a file of which this one speaks. */
  readonly instead?: readonly RuleId[];
  /** The text of a binary file is empty. */
  breaches(text: string, file: FileView, app: App): readonly Breach[];
}

export interface EntryCheck {
  /** Matches the paths of the files it concerns, relative to the workspace folder. */
  readonly files: RegExp;
  /** Matches an entry's keys, joined by dots: `spring.datasource.url`, `services.web.command`. */
  readonly at: RegExp;
  /** What the text of a file must say for its entries to be read at all; linear. */
  readonly mention?: RegExp;
  /** `all` are the entries of the whole file, in their order. */
  breach(entry: ConfigEntry, file: FileView, app: App, all: readonly ConfigEntry[]): Breach | undefined;
}

export interface ImportCheck {
  /** Looks at the text alone: may this import break the rule? */
  suspects(imported: Import, file: FileView, app: App): boolean;
  /** Judges a suspect once the syntax tree has confirmed that it is an import. */
  breach(fact: ImportFact, file: FileView, app: App): Breach | undefined;
}

/** Judges what code reads of the environment. */
export interface ReadCheck {
  /** Looks at the text alone: may this read break the rule? */
  suspects(read: EnvRead, file: FileView, app: App): boolean;
  /** Judges a suspect once the syntax tree has confirmed that it is a read; `all` are the reads of its file. */
  breach(fact: ReadFact, all: readonly ReadFact[], file: FileView, app: App): Breach | undefined;
}

export interface Finding {
  readonly rule: RuleId;
  readonly path: string;
  readonly range: Range;
  readonly severity: Severity;
  readonly message: string;
  readonly fixable: boolean;
  readonly breach: Breach;
  readonly related?: readonly RelatedPlace[];
  /** The reason that a comment gives for silencing it. */
  readonly suppressed?: string;
}

/** A related place in lines and UTF-16 columns counted from 0. */
export interface RelatedPlace {
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  readonly message: string;
}

/** An edit of one file of the workspace folder; `create` where it does not exist yet. */
export interface FileEdit {
  readonly path: string;
  readonly range: Range;
  readonly newText: string;
  readonly create?: boolean;
  /** What the edit is for, where it is shown apart from others; to be confirmed where it may not be wanted. */
  readonly note?: { readonly label: string; readonly confirm: boolean };
}

export interface Fix {
  readonly title: string;
  /** `safe` fixes keep what the program does and may be applied to all findings at once. */
  readonly kind: 'safe' | 'suggestion';
  readonly edits: readonly FileEdit[];
  /** What an edit of text cannot do; the editor runs it. */
  readonly run?: { readonly does: 'restrict' | 'untrack'; readonly path: string };
  /** One of these is picked by the user; `edits` are none then. */
  readonly choices?: readonly Choice[];
}

/** One way of several to mend the same. */
export interface Choice {
  /** Short, and its own among the choices. */
  readonly label: string;
  readonly description: string;
  readonly edits: readonly FileEdit[];
}

export type Fixer = (finding: Finding, text: string, app: App) => readonly Fix[];

export function defineRule(rule: Rule): Rule {
  return Object.freeze(rule);
}

/** Classes whose code does not serve requests in production. */
export const notAppCode: readonly FileClass[] = ['test', 'example', 'generated', 'vendored', 'tooling'];
/** Kinds of app that no platform runs as a service. */
export const notServices: readonly AppKind[] = ['library', 'command', 'desktop', 'browser'];
