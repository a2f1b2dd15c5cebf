import type { App, EnvSource } from '../app';
import { classifyEnvFile } from '../env/cascade';
import { setEntry } from '../env/edit';
import manifests from '../manifests/index.generated';
import type { Breach, FileEdit, Fix } from '../rule';
import type { FixTarget } from './fixes';
import { ignoreEdit } from './ignore-file';
import { loadsEnvFile } from './loader';

type Literal = NonNullable<Breach['literal']>;

/** "Move to env var", worked out: the name it took and the edits of every file it touches. */
export interface Move {
  readonly name: string;
  readonly fix: Fix;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Given by the platform, and by the formation, to each process: an entry in `.env` would only mislead. */
const GIVEN = new Set(['PORT']);

/**
 * Replaces a literal by a read of the environment, writes its value to the app's `.env`, a placeholder to its
 * example file, and ignores `.env` where git would not. Undefined where the literal cannot be replaced or its value
 * cannot be written to an env file. `wanted` overrides the name; a name that holds another value gets a number.
 */
export function moveToEnv(target: FixTarget, literal: Literal, app: App, wanted?: string): Move | undefined {
  const { language, tree, text } = target;
  if (!language || !tree || (wanted !== undefined && !NAME.test(wanted))) return undefined;
  const node = tree.rootNode.descendantForIndex(literal.range.start, literal.range.end);
  if (!node || node.startIndex !== literal.range.start || node.endIndex !== literal.range.end)
    return undefined;
  const around = language.replaceable(node);
  const value = language.literalText(node);
  if (!around || value === undefined) return undefined;
  const env = app.env.find(({ path }) => classifyEnvFile(path)?.kind === 'base' && isIn(path, app.root));
  const name = freeName(wanted ?? literal.name, value, env, wanted !== undefined);
  const fallback = literal.keepAsFallback ? node.text : undefined;
  const read = language.readEnv(name, literal.cast, fallback, text);
  const own = [{ range: literal.range, newText: around.before + read.text + around.after }, ...read.edits];
  const files = GIVEN.has(name) ? [] : envFileEdits(name, value, env, app);
  if (!files) return undefined;
  const edits = [...own.map((edit) => ({ path: target.path, ...edit })), ...files];
  const unloaded =
    GIVEN.has(name) || loadsEnvFile(app, language.family) ? '' : ' (only the formation loads .env here)';
  return { name, fix: { title: `Move to env var ${name}${unloaded}`, kind: 'suggestion', edits } };
}

/** The same move, with the language's usual loader, where nothing in the app loads `.env` yet. */
export function loadingFix(move: Move, target: FixTarget, app: App): Fix[] {
  const { language, text } = target;
  if (!language || GIVEN.has(move.name) || loadsEnvFile(app, language.family)) return [];
  const loader = language.loadEnv(text);
  if (!loader) return [];
  const declared = declare(loader.package, app, language.family);
  // The loader must stand before every other import that may read the environment.
  const edits = [
    ...loader.edits.map((edit) => ({ path: target.path, ...edit })),
    ...move.fix.edits,
    ...declared,
  ];
  return [
    { title: `Move to env var ${move.name} and load .env with ${loader.package}`, kind: 'suggestion', edits },
  ];
}

function freeName(name: string, value: string, env: EnvSource | undefined, exact: boolean): string {
  const holds = (candidate: string): string | undefined =>
    env?.file.entries.findLast((entry) => entry.name === candidate)?.value.reveal();
  if (exact) return name;
  let candidate = name;
  for (let count = 2; ; count++) {
    const held = holds(candidate);
    if (held === undefined || held === '' || held === value) return candidate;
    candidate = `${name}_${count}`;
  }
}

function envFileEdits(
  name: string,
  value: string,
  env: EnvSource | undefined,
  app: App,
): FileEdit[] | undefined {
  const edits: FileEdit[] = [];
  const held = env?.file.entries.findLast((entry) => entry.name === name)?.value.reveal();
  if (held !== undefined && held !== '' && held !== value) return undefined;
  if (held !== value) {
    const edit = entryEdit(env?.path ?? join(app.root, '.env'), name, value, app);
    if (!edit) return undefined;
    edits.push(edit);
  }
  const example = app.env.find(({ path, example }) => example && isIn(path, app.root));
  if (!example?.file.entries.some((entry) => entry.name === name)) {
    const edit = entryEdit(example?.path ?? join(app.root, '.env.example'), name, '', app);
    if (edit) edits.push(edit);
  }
  const ignored = ignoreEdit(join(app.root, '.env'), app);
  return ignored ? [...edits, ignored] : edits;
}

function entryEdit(path: string, name: string, value: string, app: App): FileEdit | undefined {
  const text = app.tree.appFiles.get(path)?.text;
  const edit = setEntry(text ?? '', name, value);
  return edit && { path, ...edit, ...(text === undefined ? { create: true } : {}) };
}

function declare(name: string, app: App, family: string): FileEdit[] {
  const ecosystem = family === 'python' ? 'pypi' : 'npm';
  const manifest = [...app.manifests, ...app.manifestsAbove].find((one) => one.ecosystem === ecosystem);
  const text = manifest && app.tree.appFiles.get(manifest.path)?.text;
  if (!manifest || text === undefined) return [];
  const format = manifests.find(({ id }) => id === manifest.format);
  return (format?.declare(text, name, undefined, 'runtime') ?? []).map((edit) => ({
    path: manifest.path,
    ...edit,
  }));
}

function isIn(path: string, root: string): boolean {
  return path.slice(0, Math.max(0, path.lastIndexOf('/'))) === root;
}

export function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
