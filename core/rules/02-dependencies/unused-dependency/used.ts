import type { App } from '../../../app';
import { perTree } from '../../../facts/per-tree';
import type { Family } from '../../../language';
import { readObject } from '../../../lockfiles/shared/versions';
import type { Dependency, Ecosystem, Manifest } from '../../../manifest';
import { candidates } from '../../../manifests/shared/python-imports';
import { isThereByName } from './by-name';

/** The languages whose imports tell their packages. */
const FAMILIES: Partial<Record<Ecosystem, Family>> = { npm: 'javascript', pypi: 'python', go: 'go' };

/** As many exact versions in one list are what is installed, written down: a lockfile, or pins for what others bring. */
const FROZEN = 20;
/** Of fewer packages than this it cannot be told that most serve something else. */
const MANY = 10;

type IsUsed = (dependency: Dependency) => boolean;

/** Whether a package is imported somewhere, or named in a command or a small file of the app; undefined where imports do not tell. */
export function usedPackages(manifest: Manifest, app: App): IsUsed | undefined {
  const family = FAMILIES[manifest.ecosystem];
  const files = [...app.files.values()].filter((one) => one.family === family);
  if (!family || files.length === 0 || isFrozen(manifest)) return undefined;
  // What a tool is told to load by its name is used like what is imported.
  const modules = new Set(files.flatMap((one) => [...one.imports, ...one.toolNames]));
  const named = textsBeside(manifest, app);
  const isImported = importedBy(manifest.ecosystem, modules);
  const declared = new Set(app.manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)));
  const scopes = new Set([...modules].map(scopeOf));
  const endings = endingsOf(app.tree);
  const isUsed: IsUsed = ({ name }) =>
    isThereByName(name, declared) ||
    app.tree.packageNames.has(name) ||
    isImported(name) ||
    // What makes pages or styles of files is named by their ending; parts of one family need each other.
    endings.has(name) ||
    (scopeOf(name) !== undefined && scopes.has(scopeOf(name))) ||
    named.some((text) => text.includes(name) || isRun(name, text));
  const own = manifest.dependencies.filter(({ kind }) => kind === 'runtime');
  // A manifest of which most is unused serves code that lies elsewhere, or is a template.
  return own.length >= MANY && own.filter(isUsed).length * 2 < own.length ? undefined : isUsed;
}

const endingsOf = perTree(
  ({ paths }) => new Set([...paths].map((path) => path.slice(path.lastIndexOf('.') + 1))),
);

function isFrozen({ ecosystem, dependencies }: Manifest): boolean {
  const runtime = dependencies.filter(({ kind }) => kind === 'runtime');
  const exact = runtime.filter(({ version }) => version?.startsWith('=='));
  return ecosystem === 'pypi' && runtime.length >= FROZEN && exact.length >= runtime.length * 0.9;
}

const scopeOf = (name: string): string | undefined =>
  name.startsWith('@') ? name.split('/', 1)[0] : undefined;

/** The program of a package in a scope has the name without it. */
function isRun(name: string, text: string): boolean {
  const program = scopeOf(name) === undefined ? undefined : name.split('/')[1];
  return program !== undefined && text.split(/[\s;&|"']+/).includes(program);
}

function importedBy(ecosystem: Ecosystem, modules: ReadonlySet<string>): (name: string) => boolean {
  if (ecosystem === 'pypi') {
    const names = new Set([...modules].flatMap((module) => candidates(module)));
    const tops = [...modules].map((module) =>
      (module.split('.')[0] ?? '').toLowerCase().replaceAll('_', '-'),
    );
    return (name) => names.has(name) || tops.some((top) => top !== '' && name.includes(top));
  }
  const list = [...modules];
  return (name) => list.some((module) => module === name || module.startsWith(`${name}/`));
}

/** The small files of the app, and of the folder above, that may name a package; manifests name all of theirs. */
function textsBeside(manifest: Manifest, app: App): string[] {
  const folder = app.root === '' ? '' : `${app.root}/`;
  const files = [...app.tree.appFiles.values()].filter(
    ({ path }) =>
      path.startsWith(folder) &&
      // Code that is called like a manifest is code.
      ((path.endsWith('.py') && path !== manifest.path) || !app.tree.manifests.has(path)) &&
      !/\.(?:git|docker)ignore$/.test(path),
  );
  const scripts = app.manifests.flatMap((one) => one.scripts.map(({ command }) => command.text));
  const paths = [...app.tree.paths].filter(
    (path) => path.startsWith(folder) && !path.includes('/', folder.length),
  );
  const settings = app.manifests.flatMap(({ path }) => settingsIn(path, app));
  return [...files.map(({ text }) => text), ...scripts, ...paths, ...manifest.aliases, ...settings];
}

/** What a `package.json` says to tools, such as `eslintConfig` and `jest`: all but the lists of packages. */
function settingsIn(path: string, app: App): string[] {
  const text = path.endsWith('package.json') ? app.tree.appFiles.get(path)?.text : undefined;
  if (text === undefined) return [];
  return Object.entries(readObject(text)).flatMap(([key, value]) =>
    /dependencies|^(?:name|version|description|keywords|scripts)$/i.test(key) ? [] : [JSON.stringify(value)],
  );
}
