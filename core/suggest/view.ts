import type { App } from '../app';

/** What an app unit declares and holds, asked by paths below its own folder. */
export class AppView {
  readonly app: App;
  readonly #packages: ReadonlySet<string>;
  #paths: readonly string[] | undefined;

  constructor(app: App) {
    this.app = app;
    this.#packages = new Set(
      app.manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name.toLowerCase())),
    );
  }

  /** Whether a manifest of the app declares one of these packages, in whatever ecosystem. */
  declares(...names: readonly string[]): boolean {
    return names.some((name) => this.#packages.has(name));
  }

  /** The first of these packages that a manifest declares. */
  declared(...names: readonly string[]): string | undefined {
    return names.find((name) => this.#packages.has(name));
  }

  has(path: string): boolean {
    return this.app.tree.paths.has(this.#full(path));
  }

  /** The first of these files that is there. */
  first(...paths: readonly string[]): string | undefined {
    return paths.find((path) => this.has(path));
  }

  /** The text of a small file that shapes the app; undefined where its kind is not kept. */
  text(path: string): string | undefined {
    return this.app.tree.appFiles.get(this.#full(path))?.text;
  }

  /** Files whose path matches, those nearest the app's folder first. */
  files(pattern: RegExp): string[] {
    return byDepth(this.paths.filter((path) => pattern.test(path)));
  }

  /** Code of the app itself that imports one of these modules, nearest first. */
  importing(...modules: readonly string[]): string[] {
    const found: string[] = [];
    for (const { path, class: kind, imports } of this.app.files.values()) {
      if (kind !== 'app' || !imports.some((one) => modules.some((module) => isOf(one, module)))) continue;
      found.push(path.slice(this.#prefix.length));
    }
    return byDepth(found);
  }

  /** All paths of the app. */
  get paths(): readonly string[] {
    if (!this.#paths) {
      const prefix = this.#prefix;
      const found: string[] = [];
      for (const path of this.app.tree.paths) {
        if (path.startsWith(prefix) && !OTHERS.test(path)) found.push(path.slice(prefix.length));
      }
      this.#paths = found;
    }
    return this.#paths;
  }

  get #prefix(): string {
    return this.app.root === '' ? '' : `${this.app.root}/`;
  }

  #full(path: string): string {
    return this.#prefix + path;
  }
}

const OTHERS =
  /(?:^|\/)(?:node_modules|vendor|site-packages|\.venv|venv|tests?|spec|fixtures|examples?|docs)\//;

function isOf(imported: string, module: string): boolean {
  return imported === module || imported.startsWith(`${module}.`) || imported.startsWith(`${module}/`);
}

function byDepth(paths: readonly string[]): string[] {
  const measured = paths.map((path) => ({ path, depth: depth(path) }));
  return measured
    .sort((a, b) => a.depth - b.depth || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ path }) => path);
}

function depth(path: string): number {
  let count = 0;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) count++;
  return count;
}
