import type { App } from '../../../app';
import type { PackageManager } from '../../../lockfile';
import lockfiles from '../../../lockfiles/index.generated';
import type { Manifest } from '../../../manifest';

/** By the manifest's format: the tools whose lockfile pins what it declares; the first is the usual one. */
const MANAGERS: Readonly<Record<string, readonly PackageManager[]>> = {
  'package-json': ['npm', 'yarn', 'pnpm', 'bun'],
  gemfile: ['bundle'],
  'composer-json': ['composer'],
  'go-mod': ['go'],
  'cargo-toml': ['cargo'],
  'pyproject-toml': ['uv', 'poetry', 'pdm'],
  pipfile: ['pipenv'],
};

const INSTALLS: Partial<Record<PackageManager, string>> = {
  npm: 'npm install',
  bundle: 'bundle lock',
  composer: 'composer update --lock',
  go: 'go mod tidy',
  cargo: 'cargo generate-lockfile',
  uv: 'uv lock',
  pipenv: 'pipenv lock',
};

export interface LockWanted {
  /** The name of the file that is usual. */
  readonly file: string;
  /** The command that writes it. */
  readonly command: string;
  /** The names of all lockfiles that would do. */
  readonly names: readonly string[];
}

/** The lockfile that a manifest needs; undefined for a format that has none. */
export function lockWanted(
  manifest: Manifest,
  app: App,
  manager: PackageManager | undefined = chosenManager(manifest, app),
): LockWanted | undefined {
  const managers = managersOf(manifest);
  const usual = manager ?? managers[0];
  const formats = lockfiles.filter((one) => managers.includes(one.manager));
  const file = formats.find((one) => one.manager === usual)?.names[0];
  if (!usual || file === undefined) return undefined;
  return {
    file,
    command: INSTALLS[usual] ?? `${usual} install`,
    names: formats.flatMap(({ names }) => names),
  };
}

/** Where Rush keeps the one lockfile of its projects. https://rushjs.io/pages/advanced/config_files/ */
const RUSH = 'common/config/rush/';

/** Whether a lockfile stands beside a manifest or in a folder above it; also one that git ignores and tracks all the same. */
export function isLocked(manifest: Manifest, app: App): boolean {
  const names = lockWanted(manifest, app)?.names ?? [];
  const { paths, tracked } = app.tree;
  return foldersFrom(manifest.path)
    .flatMap((folder) => [folder, folder + RUSH])
    .some((folder) => names.some((name) => paths.has(folder + name) || tracked?.has(folder + name)));
}

/** The exact version that a lockfile pins for a package, where it pins one. */
export function lockedVersion(name: string, manifest: Manifest, app: App): string | undefined {
  for (const lock of app.locks) {
    if (lock.ecosystem !== manifest.ecosystem) continue;
    const versions = lock.versions.get(name);
    if (versions?.length === 1) return versions[0];
  }
  return undefined;
}

/** What package.json's `packageManager` says. https://nodejs.org/api/corepack.html */
export function chosenManager({ path, format }: Manifest, app: App): PackageManager | undefined {
  if (format !== 'package-json') return undefined;
  const text = app.tree.appFiles.get(path)?.text ?? '';
  const name = /"packageManager"\s*:\s*"(npm|yarn|pnpm|bun)@/.exec(text)?.[1];
  return MANAGERS[format]?.find((manager) => manager === name);
}

/** The tools whose lockfile pins what a manifest declares; the first is the usual one. */
export function managersOf({ format, traits }: Manifest): readonly PackageManager[] {
  if (traits.has('tooling-only')) return [];
  return MANAGERS[format] ?? [];
}

/** The folder of a path and all above it, nearest first, each with its `/` at the end. */
export function foldersFrom(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.lastIndexOf('/'); at >= 0; at = path.lastIndexOf('/', at - 1))
    folders.push(path.slice(0, at + 1));
  return [...folders, ''];
}
