import type { App, EnvSource } from '../app';
import { classifyEnvFile, nearestExampleFile } from '../env/cascade';
import { setEntry } from '../env/edit';
import type { FileEdit } from '../rule';
import { isTakenName } from './env-name';
import { ignoreEdit } from './ignore-file';
import { listingEdits } from './listings';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Given by the platform, and by the formation, to each process: an entry in `.env` would only mislead. */
const GIVEN = new Set(['PORT']);

/** Whether the platform gives a variable of this name a value. */
export function isGiven(name: string): boolean {
  return GIVEN.has(name);
}

/** A name for a value, with the edits that make it known outside of the file that reads it. */
export interface Placed {
  readonly name: string;
  readonly edits: readonly FileEdit[];
}

/**
 * The name that a value gets in the environment: the proposed one, with a number where another value has it, or the
 * wanted one as it is. Undefined where the wanted name is none, is the system's or holds another value.
 */
export function placeName(
  proposed: string,
  value: string,
  app: App,
  wanted: string | undefined,
): string | undefined {
  if (wanted !== undefined && (!NAME.test(wanted) || isTakenName(wanted))) return undefined;
  const sources = sourcesOf(app);
  const name = wanted ?? freeName(proposed, value, sources);
  return isGiven(name) || isFree(name, value, sources) ? name : undefined;
}

/**
 * The edits that write a value to the app's `.env`, a placeholder to its example file and the name to what else lists
 * variables; undefined where no env file can hold the value. None for what the platform gives.
 */
export function environmentEdits(name: string, value: string, app: App): FileEdit[] | undefined {
  if (isGiven(name)) return [];
  const files = envFileEdits(name, value, baseOf(app), app);
  return files && [...files, ...listingEdits(name, app)];
}

function baseOf(app: App): EnvSource | undefined {
  return app.env.find((one) => isBase(one) && isIn(one.path, app.root));
}

function sourcesOf(app: App): EnvSource[] {
  const env = baseOf(app);
  return [...(env ? [env] : []), ...app.envAbove.filter(isBase)];
}

function freeName(name: string, value: string, sources: readonly EnvSource[]): string {
  let candidate = name;
  for (let count = 2; !isGiven(name) && !isFree(candidate, value, sources); count++)
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

function isIn(path: string, root: string): boolean {
  return path.slice(0, Math.max(0, path.lastIndexOf('/'))) === root;
}

export function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
