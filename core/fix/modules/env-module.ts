import type { Cast, EnvExpression, Family } from '../../language';
import type { TextEdit } from '../../text';
import type { FixTarget } from '../fixes';

/** A variable as code asks for it; `fallback` is an expression of the target's language. */
export interface Wanted {
  readonly name: string;
  readonly cast: Cast;
  readonly fallback: string | undefined;
}

/** A code file of the app that is its one place for configuration. */
export interface ModuleFile {
  readonly path: string;
  readonly text: string;
}

/** How a variable is put into a module, and how other files read it from there. */
export interface Entry {
  /** The edits of the module; none where it has the variable already. */
  readonly edits: readonly TextEdit[];
  /** The read in the file of `target`, with the import that it needs. */
  readonly read: EnvExpression;
}

/** How files of the app import from one another. */
export interface Surroundings {
  /** The folder of the app unit. */
  readonly root: string;
  /** Whether some other file of the app imports from the module. */
  readonly isShared: boolean;
  /** What files of the app import, as written, paths relative to the file aside. */
  readonly named: ReadonlySet<string>;
  /** The read of a variable as the text of the module itself reads others. */
  readonly readIn: (module: ModuleFile, wanted: Wanted) => EnvExpression;
}

/** One kind of module in which projects gather what they read of the environment. */
export interface EnvModule {
  readonly id: string;
  readonly families: readonly Family[];
  /** Looks at a text alone: is this such a module? Called for every code file, so it must be quick. */
  matches(path: string, text: string): boolean;
  /** Undefined where the module is written in a way that cannot be extended safely, or the file cannot read from it. */
  entry(module: ModuleFile, wanted: Wanted, target: FixTarget, around: Surroundings): Entry | undefined;
}

export function defineEnvModule(module: EnvModule): EnvModule {
  return Object.freeze(module);
}
