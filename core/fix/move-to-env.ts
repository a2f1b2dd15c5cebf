import type { App } from '../app';
import type { Cast, EnvExpression, Family, Language } from '../language';
import { rangeOf } from '../language';
import type { Ecosystem } from '../manifest';
import manifests from '../manifests/index.generated';
import type { Breach, FileEdit, Fix } from '../rule';
import type { TextEdit } from '../text';
import { movableEntryAt } from './config-forms';
import { environmentEdits, isGiven, placeName } from './env-entries';
import type { FixTarget } from './fixes';
import { readByHabit } from './habit';
import { loadsEnvFile } from './loader';
import { type ModuleRead, readByModule } from './modules';
import { type MovableLiteral, movableAt, sameLiterals } from './movable';

type Literal = NonNullable<Breach['literal']>;

/** "Move to env var", worked out: the name it took and the edits of every file it touches. */
export interface Move {
  readonly name: string;
  readonly fix: Fix;
}

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
  const place = target.language
    ? codePlace(target, literal, app, everywhere)
    : configPlace(target, literal, app);
  const name = place && placeName(literal.name, place.value, app, wanted);
  if (!place || name === undefined) return undefined;
  const around = environmentEdits(name, place.value, app);
  if (!around) return undefined;
  const edits = [...place.edits(name), ...around];
  const unloaded = isGiven(name) || place.isLoaded ? '' : ' (only the formation loads .env here)';
  const all = place.count > 1 ? ` in all ${place.count} places` : '';
  return { name, fix: { title: `Move to env var ${name}${all}${unloaded}`, kind: 'suggestion', edits } };
}

/** What is moved: what it says, and how the file reads a variable instead. */
interface Place {
  readonly value: string;
  readonly count: number;
  readonly isLoaded: boolean;
  /** Those of the file at hand, and of the module that the app keeps its configuration in. */
  edits(name: string): readonly FileEdit[];
}

function codePlace(target: FixTarget, literal: Literal, app: App, everywhere: boolean): Place | undefined {
  const { language, tree, path } = target;
  const movable = language && tree ? movableAt(tree, literal.range, language) : undefined;
  if (!language || !tree || !movable) return undefined;
  const { node, value } = movable;
  const places = everywhere && !literal.whole ? sameLiterals(tree, node, value, language) : [movable];
  return {
    value,
    count: places.length,
    isLoaded: loadsEnvFile(app, language.family),
    edits: (name) => {
      // A given variable is not written to `.env`: without a fallback the value would be lost.
      const fallback = literal.keepAsFallback || isGiven(name) ? node.text : undefined;
      const { read, edits } = readOf(target, language, app, name, castOf(literal, value), fallback);
      // What only picked one of several goes with it.
      const { whole } = literal;
      const reads = whole ? [{ range: whole, newText: read.text }] : places.map((one) => replaced(one, read));
      const own = [...reads, ...read.edits];
      return [...own.map((edit) => ({ path, ...edit })), ...edits];
    },
  };
}

function configPlace(
  { path, text }: FixTarget,
  { range, keepAsFallback }: Literal,
  app: App,
): Place | undefined {
  const movable = movableEntryAt(path, text, range, app);
  if (!movable) return undefined;
  return {
    ...movable,
    count: 1,
    edits: (name) => [{ path, ...movable.replace(name, keepAsFallback || isGiven(name)) }],
  };
}

/** How the file would read a variable: by its own habit, by the app's module for it, else as the language does. */
function readOf(
  target: FixTarget,
  language: Language,
  app: App,
  name: string,
  cast: Cast,
  fallback: string | undefined,
): ModuleRead {
  const habit = readByHabit(target, app, name, cast, fallback);
  const module = habit ? undefined : readByModule(target, app, name, cast, fallback);
  // A module that has what the platform gives may be asked for it; it is not added there.
  if (module && !(isGiven(name) && module.edits.length > 0)) return module;
  return { read: habit ?? language.readEnv(name, cast, fallback, target.text), edits: [] };
}

function replaced({ node, around }: MovableLiteral, read: EnvExpression): TextEdit {
  const expression = around.operand && read.compound ? `(${read.text})` : read.text;
  return { range: rangeOf(node), newText: around.before + expression + around.after };
}

function castOf({ cast }: Literal, value: string): Cast {
  return cast === 'number' && !/^-?\d+$/.test(value) ? 'decimal' : cast;
}

/** The move of all literals of the file that say the same, where there are others. */
export function everywhereFix(target: FixTarget, literal: Literal, app: App): Fix[] {
  const { language, tree } = target;
  const movable = language && tree ? movableAt(tree, literal.range, language) : undefined;
  if (!language || !tree || !movable || literal.cast !== 'string' || literal.whole) return [];
  if (sameLiterals(tree, movable.node, movable.value, language).length < 2) return [];
  const moved = moveToEnv(target, literal, app, undefined, true);
  return moved ? [moved.fix] : [];
}

/** The same move, with the language's usual loader, where nothing in the app loads `.env` yet. */
export function loadingFix(move: Move, target: FixTarget, app: App): Fix[] {
  const { language, text } = target;
  if (!language || isGiven(move.name) || loadsEnvFile(app, language.family)) return [];
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
