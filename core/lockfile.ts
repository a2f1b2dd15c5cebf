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
   * What the app itself asked for when the lockfile was written, by name, with the range as it was written then;
   * undefined where the format does not tell.
   */
  readonly wanted: ReadonlyMap<string, string> | undefined;
}

/** One lockfile format; one file each in `lockfiles/`. */
export interface LockFormat {
  readonly id: string;
  readonly ecosystem: Ecosystem;
  readonly manager: PackageManager;
  /** The base names of its files. */
  readonly names: readonly string[];
  read(text: string): Pick<Lock, 'versions' | 'wanted'>;
}

export function defineLockfile(format: LockFormat): LockFormat {
  return Object.freeze(format);
}
