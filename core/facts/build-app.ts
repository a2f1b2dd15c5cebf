import type { App, AppFile, EnvSource, FileSummary, Tree } from '../app';
import { EnvGraph } from '../env/graph';
import type { EnvPart } from '../env/mention';
import { parseEnv } from '../env/parse';
import { commandsOfManifest, commandsOfProcfile, type RoleCommand } from '../formats/commands';
import { rolesOfScripts } from '../formats/script-roles';
import type { Source } from '../formats/source';
import type { Lock } from '../lockfile';
import type { Manifest, ManifestFormat } from '../manifest';
import { parseProcfile } from '../procfile/parse';
import type { Procfile } from '../procfile/procfile';
import { isEnvFile, isExampleEnvFile, isProcfile, isProjectFile, sourceFormatsOf } from './app-files';
import { hasOtherStack, kindOf } from './app-kind';
import { mentionsIn } from './env-part';
import { type ImportPaths, readImportPaths } from './import-paths';

type Reading = 'manifest' | 'procfile' | 'env' | 'project' | 'mentions' | 'sources';

/** What the small files of a workspace folder say, each text read once. */
export class Reader {
  readonly #formats: readonly ManifestFormat[];
  readonly #read = new WeakMap<AppFile, Map<Reading, unknown>>();

  constructor(formats: readonly ManifestFormat[]) {
    this.#formats = formats;
  }

  /** A name may make a file more than one thing: `.env.procfile`. */
  once<T>(file: AppFile, as: Reading, read: () => T): T {
    const known = this.#read.get(file) ?? new Map<Reading, unknown>();
    this.#read.set(file, known);
    if (!known.has(as)) known.set(as, read());
    return known.get(as) as T;
  }

  manifests(files: readonly AppFile[]): Manifest[] {
    const found: Manifest[] = [];
    for (const file of files) {
      const format = this.#formats.find((one) => one.matches(file.path));
      if (format) found.push(this.once(file, 'manifest', () => format.parse(file.path, file.text)));
    }
    return found;
  }

  sources(files: readonly AppFile[]): Source[] {
    return files.flatMap((file) =>
      this.once(file, 'sources', () =>
        sourceFormatsOf(file.path).map((format) => ({
          path: file.path,
          format: format.id,
          facts: format.read(file.path, file.text),
        })),
      ),
    );
  }
}

/** What one app unit is built from. */
export interface AppParts {
  readonly root: string;
  /** The unit's own small files. */
  readonly mine: readonly AppFile[];
  /** Those of the folders above it. */
  readonly above: readonly AppFile[];
  /** The lockfiles of the unit's folder and of those above it, nearest first, then those of folders below. */
  readonly locks: readonly Lock[];
  readonly summaries: readonly FileSummary[];
  readonly tree: Tree;
  readonly complete: boolean;
}

export function buildApp(
  { root, mine, above, locks, summaries, tree, complete }: AppParts,
  reader: Reader,
): App {
  const manifests = reader.manifests(mine).sort((a, b) => rank(a) - rank(b));
  const procfiles = mine
    .filter(({ path }) => isProcfile(path))
    .map((file) => ({ path: file.path, file: procfileOf(file, reader) }));
  const importPaths = importPathsOf([...mine, ...above], tree, reader);
  const sources = reader.sources(mine);
  return {
    root,
    kind: kindOf(manifests, procfiles.length > 0, hasOtherStack(root, tree.paths)),
    complete,
    manifests,
    manifestsAbove: reader.manifests(above).sort((a, b) => b.path.length - a.path.length),
    locks,
    aliases: importPaths.flatMap(({ aliases }) => aliases),
    baseFolders: importPaths.flatMap(({ baseFolders }) => baseFolders),
    procfiles,
    sources,
    sourcesAbove: reader.sources(above).sort((a, b) => b.path.length - a.path.length),
    commands: commandsOf(manifests, procfiles, sources),
    env: mine.filter(({ path }) => isEnvFile(path)).map((file) => envOf(file, reader)),
    envAbove: above.filter(({ path }) => isEnvFile(path)).map((file) => envOf(file, reader)),
    envReads: readersOf(summaries),
    variables: new EnvGraph(partsOf([...mine, ...above], reader), summaries),
    files: new Map(summaries.map((summary) => [summary.path, summary])),
    tree,
  };
}

/** What project files say of imports, with those that they go on from. */
function importPathsOf(files: readonly AppFile[], tree: Tree, reader: Reader): ImportPaths[] {
  const found = new Map<string, ImportPaths>();
  const left = files.filter(({ path }) => isProjectFile(path));
  for (let file = left.pop(); file; file = left.pop()) {
    if (found.has(file.path)) continue;
    const one = file;
    const paths = reader.once(one, 'project', () => readImportPaths(one));
    found.set(one.path, paths);
    left.push(...paths.extended.flatMap((path) => tree.appFiles.get(path) ?? []));
  }
  return [...found.values()];
}

/** The manifest a developer would name first: the package's own, before lists for one purpose. */
const ORDER = [
  'gemfile',
  'composer-json',
  'go-mod',
  'cargo-toml',
  'pom-xml',
  'gradle',
  'csproj',
  'package-json',
  'pyproject-toml',
  'requirements-txt',
  'pipfile',
  'setup-cfg',
  'setup-py',
];

function rank(manifest: Manifest): number {
  const purpose =
    /(?:^|\/)requirements\.txt$/.test(manifest.path) || manifest.format !== 'requirements-txt' ? 0 : 0.5;
  return (
    ((ORDER.indexOf(manifest.format) + ORDER.length + 1) % (ORDER.length + 1)) +
    purpose +
    manifest.path.split('/').length * 100
  );
}

function commandsOf(
  manifests: readonly Manifest[],
  procfiles: App['procfiles'],
  sources: readonly Source[],
): RoleCommand[] {
  return rolesOfScripts([
    ...procfiles.flatMap(({ path, file }) => commandsOfProcfile(path, file)),
    ...manifests.flatMap(commandsOfManifest),
    ...sources.flatMap(({ facts }) => facts.commands),
  ]);
}

function envOf(file: AppFile, reader: Reader): EnvSource {
  return reader.once(file, 'env', () => ({
    path: file.path,
    file: parseEnv(file.text),
    example: isExampleEnvFile(file.path),
  }));
}

function procfileOf(file: AppFile, reader: Reader): Procfile {
  return reader.once(file, 'procfile', () => parseProcfile(file.text));
}

/** Has a text read in every way that apps and trees ask for. */
export function prepareFile(file: AppFile, reader: Reader): void {
  reader.manifests([file]);
  partsOf([file], reader);
}

/** What each file says of the environment; files that never do are left out. */
export function partsOf(files: readonly AppFile[], reader: Reader): EnvPart[] {
  return files.flatMap((file) => {
    const part = reader.once(file, 'mentions', () => partOf(file, reader));
    return part ? [part] : [];
  });
}

function partOf(file: AppFile, reader: Reader): EnvPart | undefined {
  const { path, text } = file;
  const known = {
    ...(isEnvFile(path) ? { env: envOf(file, reader).file } : {}),
    ...(isProcfile(path) ? { procfile: procfileOf(file, reader) } : {}),
  };
  const own = mentionsIn(path, text, known) ?? [];
  const mentions = [...own, ...reader.sources([file]).flatMap(({ facts }) => facts.env)];
  return mentions.length > 0 ? { path, mentions } : undefined;
}

function readersOf(summaries: readonly FileSummary[]): Map<string, string[]> {
  const readers = new Map<string, string[]>();
  for (const { path, envReads } of summaries) {
    for (const name of new Set(envReads)) {
      const list = readers.get(name);
      if (list) list.push(path);
      else readers.set(name, [path]);
    }
  }
  return readers;
}
