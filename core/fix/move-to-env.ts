import type { App, EnvSource } from '../app';
import { classifyEnvFile, nearestExampleFile } from '../env/cascade';
import { setEntry } from '../env/edit';
import { type Cast, type EnvExpression, type Family, rangeOf } from '../language';
import type { Ecosystem } from '../manifest';
import manifests from '../manifests/index.generated';
import type { Breach, FileEdit, Fix } from '../rule';
import type { TextEdit } from '../text';
import { movableEntryAt } from './config-forms';
import { isTakenName } from './env-name';
import type { FixTarget } from './fixes';
import { readByHabit } from './habit';
import { ignoreEdit } from './ignore-file';
import { listingEdits } from './listings';
import { loadsEnvFile } from './loader';
import { type MovableLiteral, movableAt, sameLiterals } from './movable';

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
 * example file, and ignores `.env` where git would not. A name that holds another value, there or in a `.env` above
 * the app's folder, gets a number. `wanted` is taken as it is. Undefined where the literal cannot be replaced, where its value cannot be written to an env file,
 * and where the wanted name is none, is the system's or holds another value. `everywhere` replaces each literal of the
 * file that says the same.
 */
export function moveToEnv(
  target: FixTarget,
  literal: Literal,
  app: App,
  wanted?: string,
  everywhere = false,
): Move | undefined {
  if (wanted !== undefined && !isFit(wanted)) return undefined;
  const place = target.language
    ? codePlace(target, literal, app, everywhere)
    : configPlace(target, literal, app);
  if (!place) return undefined;
  const { value } = place;
  const env = app.env.find((one) => isBase(one) && isIn(one.path, app.root));
  const sources = [...(env ? [env] : []), ...app.envAbove.filter(isBase)];
  const name = wanted ?? freeName(literal.name, value, sources);
  if (!GIVEN.has(name) && !isFree(name, value, sources)) return undefined;
  const own = place.edits(name);
  const files = GIVEN.has(name) ? [] : envFileEdits(name, value, env, app);
  if (!files) return undefined;
  const lists = GIVEN.has(name) ? [] : listingEdits(name, app);
  const edits = [...own.map((edit) => ({ path: target.path, ...edit })), ...files, ...lists];
  const unloaded = GIVEN.has(name) || place.isLoaded ? '' : ' (only the formation loads .env here)';
  const all = place.count > 1 ? ` in all ${place.count} places` : '';
  return { name, fix: { title: `Move to env var ${name}${all}${unloaded}`, kind: 'suggestion', edits } };
}

/** What is moved: what it says, and how the file reads a variable instead. */
interface Place {
  readonly value: string;
  readonly count: number;
  readonly isLoaded: boolean;
  edits(name: string): readonly TextEdit[];
}

function codePlace(target: FixTarget, literal: Literal, app: App, everywhere: boolean): Place | undefined {
  const { language, tree, text } = target;
  const movable = language && tree ? movableAt(tree, literal.range, language) : undefined;
  if (!language || !tree || !movable) return undefined;
  const { node, value } = movable;
  const places = everywhere ? sameLiterals(tree, node, value, language) : [movable];
  return {
    value,
    count: places.length,
    isLoaded: loadsEnvFile(app, language.family),
    edits: (name) => {
      // A given variable is not written to `.env`: without a fallback the value would be lost.
      const fallback = literal.keepAsFallback || GIVEN.has(name) ? node.text : undefined;
      const cast = castOf(literal, value);
      const read =
        readByHabit(target, app, name, cast, fallback) ?? language.readEnv(name, cast, fallback, text);
      return [...places.map((place) => replaced(place, read)), ...read.edits];
    },
  };
}

function configPlace({ path, text }: FixTarget, { range }: Literal, app: App): Place | undefined {
  const movable = movableEntryAt(path, text, range, app);
  return movable && { ...movable, count: 1, edits: (name) => [movable.replace(name)] };
}

function replaced({ node, around }: MovableLiteral, read: EnvExpression): TextEdit {
  const expression = around.operand && read.compound ? `(${read.text})` : read.text;
  return { range: rangeOf(node), newText: around.before + expression + around.after };
}

function isFit(name: string): boolean {
  return NAME.test(name) && !isTakenName(name);
}

function castOf({ cast }: Literal, value: string): Cast {
  return cast === 'number' && !/^-?\d+$/.test(value) ? 'decimal' : cast;
}

/** The move of all literals of the file that say the same, where there are others. */
export function everywhereFix(target: FixTarget, literal: Literal, app: App): Fix[] {
  const { language, tree } = target;
  const movable = language && tree ? movableAt(tree, literal.range, language) : undefined;
  if (!language || !tree || !movable || literal.cast !== 'string') return [];
  if (sameLiterals(tree, movable.node, movable.value, language).length < 2) return [];
  const moved = moveToEnv(target, literal, app, undefined, true);
  return moved ? [moved.fix] : [];
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

function freeName(name: string, value: string, sources: readonly EnvSource[]): string {
  let candidate = name;
  for (let count = 2; !GIVEN.has(name) && !isFree(candidate, value, sources); count++)
    candidate = `${name}_${count}`;
  return candidate;
}

/** Whether the first of these files that sets a name leaves it empty or has this very value; so where none does. */
function isFree(name: string, value: string, sources: readonly EnvSource[]): boolean {
  const held = sources.map((source) => heldIn(source, name)).find((one) => one !== undefined) ?? '';
  return held === '' || held === value;
}

function heldIn({ file }: EnvSource, name: string): string | undefined {
  return file.entries.findLast((entry) => entry.name === name)?.value.reveal();
}

function isBase({ path }: EnvSource): boolean {
  return classifyEnvFile(path)?.kind === 'base';
}

function envFileEdits(
  name: string,
  value: string,
  env: EnvSource | undefined,
  app: App,
): FileEdit[] | undefined {
  const edits: FileEdit[] = [];
  if (!env || heldIn(env, name) !== value) {
    const edit = entryEdit(env?.path ?? join(app.root, '.env'), name, value, app);
    if (!edit) return undefined;
    edits.push(edit);
  }
  const documents = nearestExampleFile(
    app.env.map(({ path }) => path),
    join(app.root, '.env'),
  );
  const example = app.env.find(({ path }) => path === documents);
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

const ECOSYSTEMS: Partial<Record<Family, Ecosystem>> = {
  javascript: 'npm',
  python: 'pypi',
  ruby: 'rubygems',
  php: 'packagist',
};

function declare(name: string, app: App, family: Family): FileEdit[] {
  const ecosystem = ECOSYSTEMS[family];
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
