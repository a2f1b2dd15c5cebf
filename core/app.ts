import type { EnvFile } from './env/env-file';
import type { EnvGraph } from './env/graph';
import type { FileTrait } from './facts/traits';
import type { AppKind, FileClass } from './file-class';
import type { RoleCommand } from './formats/commands';
import type { Source } from './formats/source';
import type { Family } from './language';
import type { Lock } from './lockfile';
import type { Manifest } from './manifest';
import type { Procfile } from './procfile/procfile';

/** What the app remembers of a code file; without ranges, so that most edits leave it the same. */
export interface FileSummary {
  readonly path: string;
  readonly class: FileClass;
  readonly family: Family | undefined;
  readonly imports: readonly string[];
  /** Those of them that are there for more than types; none of generated code. */
  readonly needs: readonly string[];
  /** Those of them that seem to be imported only where they may be missing. */
  readonly optional: readonly string[];
  /** What may be names of packages in a file that configures a tool. */
  readonly toolNames: readonly string[];
  readonly envReads: readonly string[];
  /** Those of them that it reads at least once without a default. */
  readonly envRequired: readonly string[];
  /** The names in capitals that it speaks of, as it was last read; an edit of them alone changes no app. */
  readonly capitals: string | undefined;
  readonly traits: readonly FileTrait[];
  /** The ports it takes where the environment gives it none. */
  readonly ports: readonly number[];
  /** Commands that it adds to its framework's runner, by name: Rake tasks, Artisan commands. */
  readonly tasks: readonly string[];
  /** The folders of the disk that it serves, as it writes them. */
  readonly served: readonly string[];
  /** What it is where the app gathers its configuration in it, with its text; undefined for most files. */
  readonly module: { readonly kind: string; readonly text: string } | undefined;
}

/** A small file that the app's shape depends on, with its text: env files, Procfiles, manifests, ignore files. */
export interface AppFile {
  readonly path: string;
  readonly text: string;
}

export interface EnvSource {
  readonly path: string;
  readonly file: EnvFile;
  /** `.env.example` and its kin: names to document, values to ignore. */
  readonly example: boolean;
}

/**
 * One app unit as it stands: the folder that holds a manifest or a Procfile, and all below it that no nearer unit
 * owns. Immutable; an edit that changes nothing of it leaves it the same object.
 */
export interface App {
  /** The unit's folder relative to the workspace folder, `''` for the folder itself. */
  readonly root: string;
  readonly kind: AppKind;
  /** All files of the unit have been read; rules about what is absent stay silent before. */
  readonly complete: boolean;
  readonly manifests: readonly Manifest[];
  /** Nearest first: this unit's manifests, then those of the folders above it. */
  readonly manifestsAbove: readonly Manifest[];
  /** The lockfiles of this unit's folder and of those above it, nearest first, then those of folders below. */
  readonly locks: readonly Lock[];
  /** Import patterns and base folders that the project files of this unit and those above it define. */
  readonly aliases: readonly string[];
  readonly baseFolders: readonly string[];
  readonly procfiles: readonly { readonly path: string; readonly file: Procfile }[];
  /** What the files around the code say: Dockerfiles, compose files, workflows, scripts, manifests of platforms. */
  readonly sources: readonly Source[];
  /** Those of the folders above this unit, nearest first. */
  readonly sourcesAbove: readonly Source[];
  /** Every command of this unit, wherever it stands. */
  readonly commands: readonly RoleCommand[];
  readonly env: readonly EnvSource[];
  /** The env files of the folders above this unit, nearest first. */
  readonly envAbove: readonly EnvSource[];
  readonly envReads: ReadonlyMap<string, readonly string[]>;
  /** Where each variable is set, documented and read, as far as this unit and the folders above it say. */
  readonly variables: EnvGraph;
  readonly files: ReadonlyMap<string, FileSummary>;
  /** The whole workspace folder's picture, of which this unit is a part. */
  readonly tree: Tree;
}

/** What is known of the workspace folder as a whole. */
export interface Tree {
  /** Every file that is not ignored, by path. */
  readonly paths: ReadonlySet<string>;
  /** Folder names and module stems that Python code of this tree may import. */
  readonly pythonModules: ReadonlySet<string>;
  /** Names of all npm packages of the tree (workspaces). */
  readonly packageNames: ReadonlySet<string>;
  readonly appFiles: ReadonlyMap<string, AppFile>;
  /** What all files of the tree but code say of the environment. */
  readonly variables: EnvGraph;
  /** The files that git tracks; undefined where that is not known. */
  readonly tracked: ReadonlySet<string> | undefined;
  /** Where the repository starts that the folder belongs to; undefined where that is not known. */
  readonly repository: 'here' | 'above' | 'none' | undefined;
  /** Env files that every user of the machine may read. */
  readonly exposed: ReadonlySet<string>;
  /** Every manifest by its path. */
  readonly manifests: ReadonlyMap<string, Manifest>;
}
