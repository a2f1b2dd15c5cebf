import type { Ecosystem } from './manifest';

/** The tools that write lockfiles; the name is the command. */
export type PackageManager =
  | 'npm'
  | 'yarn'
  | 'pnpm'
  | 'bun'
  | 'bundle'
  | 'composer'
  | 'go'
  | 'cargo'
  | 'poetry'
  | 'uv'
  | 'pdm'
  | 'pipenv'
  | 'dotnet';

/** What a lockfile pins. Reading never throws: of a text that makes no sense nothing is known. */
export interface Lock {
  readonly path: string;
  readonly ecosystem: Ecosystem;
  readonly manager: PackageManager;
  /** Every version of each package, by the name that the ecosystem compares. */
  readonly versions: ReadonlyMap<string, readonly string[]>;
  /**
   * What was asked for when the lockfile was written: by the folder of each member, relative to the lockfile's own
   * (`''`), every package by name with its range as it was written then. Undefined where the format does not tell.
   */
  readonly wanted: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;
  /** Each request that it answers, as `name@range`, where the format keeps those and not who asked. */
  readonly answers?: ReadonlySet<string>;
  /** Names that what it pins stands in for: Composer's `replace` and `provide`. */
  readonly provides?: ReadonlySet<string>;
  /** Which package holds the classes below a namespace, without its last `\`; `''` where several do. Composer's. */
  readonly namespaces?: ReadonlyMap<string, string>;
}

/** What a format reads of a lockfile's text. */
export type LockFacts = Omit<Lock, 'path' | 'ecosystem' | 'manager'>;

/** One lockfile format; one file each in `lockfiles/`. */
export interface LockFormat {
  readonly id: string;
  readonly ecosystem: Ecosystem;
  readonly manager: PackageManager;
  /** The base names of its files. */
  readonly names: readonly string[];
  read(text: string): LockFacts;
}

export function defineLockfile(format: LockFormat): LockFormat {
  return Object.freeze(format);
}
