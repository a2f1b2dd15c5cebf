import type { AppFile, Tree } from '../app';
import { EnvGraph } from '../env/graph';
import type { Manifest } from '../manifest';
import { partsOf, type Reader } from './build-app';

/** What a disk tells of files besides their texts. */
export type Ground = Pick<Tree, 'tracked' | 'exposed' | 'repository'>;

/** The workspace folder as a whole. What takes a while is worked out when it is first asked for. */
export class WholeTree implements Tree {
  readonly paths: ReadonlySet<string>;
  readonly appFiles: ReadonlyMap<string, AppFile>;
  readonly tracked: Ground['tracked'];
  readonly exposed: Ground['exposed'];
  readonly repository: Ground['repository'];
  readonly #reader: Reader;
  #manifests: ReadonlyMap<string, Manifest> | undefined;
  #packageNames: ReadonlySet<string> | undefined;
  #pythonModules: ReadonlySet<string> | undefined;
  #variables: EnvGraph | undefined;

  constructor(
    paths: ReadonlySet<string>,
    appFiles: ReadonlyMap<string, AppFile>,
    reader: Reader,
    { tracked, exposed, repository }: Ground,
  ) {
    this.paths = paths;
    this.appFiles = appFiles;
    this.#reader = reader;
    this.tracked = tracked;
    this.exposed = exposed;
    this.repository = repository;
  }

  get manifests(): ReadonlyMap<string, Manifest> {
    this.#manifests ??= new Map(
      this.#reader.manifests([...this.appFiles.values()]).map((manifest) => [manifest.path, manifest]),
    );
    return this.#manifests;
  }

  get packageNames(): ReadonlySet<string> {
    this.#packageNames ??= new Set(
      [...this.manifests.values()].flatMap(({ name, ecosystem }) =>
        name && ecosystem === 'npm' ? [name] : [],
      ),
    );
    return this.#packageNames;
  }

  get pythonModules(): ReadonlySet<string> {
    this.#pythonModules ??= pythonModulesOf(this.paths);
    return this.#pythonModules;
  }

  get variables(): EnvGraph {
    this.#variables ??= new EnvGraph(partsOf([...this.appFiles.values()], this.#reader), []);
    return this.#variables;
  }

  /** Works all of it out, step by step. */
  *steps(): Generator<void> {
    for (const step of ['manifests', 'packageNames', 'variables', 'pythonModules'] as const) {
      this[step];
      yield;
    }
  }
}

/** Every name by which Python code may import a part of this tree: folders that hold Python files, and modules. */
function pythonModulesOf(paths: Iterable<string>): Set<string> {
  const names = new Set<string>();
  for (const path of paths) {
    if (!/\.(?:py|pyi|pyx|so)$/.test(path)) continue;
    const parts = path.split('/');
    const file = parts.pop() ?? '';
    names.add(file.slice(0, file.indexOf('.')));
    for (const folder of parts) names.add(folder);
  }
  return names;
}
