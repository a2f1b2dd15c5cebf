import type { Command } from './procfile/procfile';
import type { Range, TextEdit } from './text';

export type Ecosystem = 'npm' | 'pypi' | 'rubygems' | 'packagist' | 'go' | 'maven' | 'nuget' | 'crates';

/** What a dependency is needed for. `build` tools count as `dev`. */
export type DependencyKind = 'runtime' | 'dev' | 'optional' | 'peer';

/** One package that a manifest declares. */
export interface Dependency {
  /** The name under which the ecosystem compares packages (PyPI: PEP 503 normal form; Maven: `group:artifact`). */
  readonly name: string;
  readonly nameRange: Range;
  /** The version or range as written; undefined where none is given. */
  readonly version: string | undefined;
  readonly versionRange: Range | undefined;
  readonly kind: DependencyKind;
  /** The package's own name, where the manifest gives it another: npm's `npm:real@^1`, Cargo's `package = "real"`. */
  readonly packageName?: string;
  /** Whether it counts depends on what the manifest asks when it is run: a gem in an `if`. */
  readonly conditional?: boolean;
  /** The keys that lead to it, joined by dots, where its kind does not tell all: `build-system.requires`. */
  readonly section?: string;
}

/** A folder or file of the disk that a manifest takes code from, with or without the name of a package. */
export interface LocalPath {
  /** As written: `../shared`, `file:` and the like left out. */
  readonly path: string;
  readonly range: Range;
}

/** A named command of a manifest, such as an npm script. */
export interface Script {
  readonly name: string;
  readonly nameRange: Range;
  /** Read from the script's text without its escapes, with its ranges in the manifest's text. */
  readonly command: Command;
}

/** What a dependency declaration manifest says. Parsing never throws; `problem` says what was unreadable. */
export interface Manifest {
  readonly path: string;
  readonly ecosystem: Ecosystem;
  /** The id of the {@link ManifestFormat} that read it. */
  readonly format: string;
  /** The package's own name, if it has one. */
  readonly name: string | undefined;
  readonly dependencies: readonly Dependency[];
  readonly scripts: readonly Script[];
  /** Folder globs of member packages, relative to the manifest. */
  readonly workspaces: readonly string[];
  /** Import aliases the manifest itself defines, as written: package.json's `imports` (`#db`), Composer's autoload prefixes. */
  readonly aliases: readonly string[];
  /**
   * Versions that it fixes for packages wherever they come from: npm's overrides, Yarn's resolutions, uv's
   * override-dependencies, `replace` of Go, `[patch]` of Cargo, Maven's dependencyManagement.
   */
  readonly overrides: readonly Dependency[];
  /** What it takes from the disk instead of a registry. */
  readonly locals: readonly LocalPath[];
  /** Other manifests it includes (`-r base.txt`), relative to the workspace folder; as written where that leads out. */
  readonly includes: readonly string[];
  /** Facts that tell an app from a library, a command-line tool, a desktop program. */
  readonly traits: ReadonlySet<ManifestTrait>;
  readonly problem: string | undefined;
}

export type ManifestTrait =
  | 'private'
  | 'published' // main, exports, files, types; or a [project] with classifiers
  | 'command' // bin, [project.scripts]
  | 'start-script'
  | 'vscode-extension'
  | 'server' // says itself that it serves requests: Microsoft.NET.Sdk.Web, the Spring Boot plugin, a war
  | 'desktop' // a program with windows
  | 'own-vendor' // puts its packages into a folder of its choice, from where other code may load them
  | 'tooling-only'; // holds no package of its own (a Pipfile without packages, a tool section only)

/** Where the name of a package is being typed. */
export interface PackagePlace {
  /** What a completion replaces: what is typed so far, with its quotes. */
  readonly range: Range;
  /** The name as far as it is typed. */
  readonly typed: string;
  readonly kind: DependencyKind;
  /** The text that declares a package there, with the operator that is usual for a bare version. */
  entry(name: string, version: string | undefined): string;
}

/** One manifest format; one file each in `manifests/`. */
export interface ManifestFormat {
  readonly id: string;
  readonly ecosystem: Ecosystem;
  /** Matches the paths of its files. */
  readonly files: RegExp;
  matches(path: string): boolean;
  parse(path: string, text: string): Manifest;
  /** Where the name of a package is typed at an offset of a text, which may be half written. */
  placeAt?(path: string, text: string, offset: number): PackagePlace | undefined;
  /**
   * The edits that declare a package in the text's own style, or undefined where the text cannot take one. A bare
   * version (`1.2.3`) gets the operator that is usual in the format; any other is written as given.
   */
  declare(
    text: string,
    name: string,
    version: string | undefined,
    kind: DependencyKind,
  ): readonly TextEdit[] | undefined;
}

export function defineManifest(format: Omit<ManifestFormat, 'matches'>): ManifestFormat {
  return Object.freeze({ matches: (path: string) => format.files.test(path), ...format });
}
