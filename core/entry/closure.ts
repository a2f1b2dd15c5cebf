import type { App } from '../app';
import { joined } from '../procfile/targets';

const JAVASCRIPT = /\.(?:[cm]?[jt]sx?|vue|svelte)$/;
const ENDINGS = [
  '',
  '.js',
  '.ts',
  '.mjs',
  '.cjs',
  '.mts',
  '.cts',
  '.tsx',
  '.jsx',
  '/index.js',
  '/index.ts',
  '/index.mjs',
];
const MOST_FILES = 2_000;

/**
 * The files of an app that a file loads, itself included, as far as the text of its imports tells. In languages whose
 * files need no import to see one another these are all files of the app.
 */
export function closureOf(path: string, app: App): ReadonlySet<string> {
  const before = known.get(app) ?? new Map<string, ReadonlySet<string>>();
  known.set(app, before);
  // What needs no import shares one set, under a name that no file has.
  const isWhole = app.files.has(path) && !JAVASCRIPT.test(path) && !path.endsWith('.py');
  const key = isWhole ? '' : path;
  const found = before.get(key) ?? (isWhole ? new Set(app.files.keys()) : follow(path, app));
  before.set(key, found);
  return found;
}

/** Worked out once for each app, which never changes. */
const known = new WeakMap<App, Map<string, ReadonlySet<string>>>();

function follow(path: string, app: App): ReadonlySet<string> {
  const next = JAVASCRIPT.test(path) ? javascriptImport : pythonImport;
  const seen = new Set([path]);
  const open = [path];
  for (let from = open.pop(); from !== undefined && seen.size < MOST_FILES; from = open.pop()) {
    for (const module of app.files.get(from)?.imports ?? []) {
      const found = next(module, from, app);
      if (found === undefined || seen.has(found)) continue;
      seen.add(found);
      open.push(found);
    }
  }
  return seen;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function javascriptImport(module: string, from: string, app: App): string | undefined {
  if (!module.startsWith('.')) return undefined;
  const base = joined(folderOf(from), module);
  if (base === undefined) return undefined;
  const plain = base.replace(/\.[cm]?jsx?$/, '');
  return [base, ...(plain === base ? [] : [plain])]
    .flatMap((stem) => ENDINGS.map((ending) => (stem === '' ? ending.replace(/^\//, '') : stem + ending)))
    .find((path) => app.files.has(path));
}

function pythonImport(module: string, from: string, app: App): string | undefined {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const name = module.slice(dots).replaceAll('.', '/');
  const bases: string[] = [];
  if (dots > 0) {
    let base = folderOf(from);
    for (let up = 1; up < dots; up++) base = folderOf(base);
    bases.push(base);
  } else bases.push(folderOf(from), app.root, joined(app.root, 'src') ?? app.root);
  return bases
    .flatMap((base) => [joined(base, name) ?? name])
    .flatMap((stem) => [`${stem}.py`, `${stem}/__init__.py`, `${stem}/app.py`])
    .find((path) => app.files.has(path));
}
