import type { EnvMention, EnvPart } from './mention';

/** A place of a file that names a variable. */
export interface EnvPlace {
  readonly path: string;
  readonly mention: EnvMention;
}

/** A code file that reads a variable. */
export interface EnvReader {
  readonly path: string;
  /** It reads the variable at least once without a default. */
  readonly required: boolean;
}

/** Which variables a code file reads, and which of them without a default. */
export interface EnvReads {
  readonly path: string;
  readonly envReads: readonly string[];
  readonly envRequired: readonly string[];
  /** The names in capitals that the file speaks of, each between blanks. */
  readonly capitals: string | undefined;
}

/** All that is known of one variable. */
export interface EnvVariable {
  readonly name: string;
  readonly set: readonly EnvPlace[];
  readonly documented: readonly EnvPlace[];
  /** Reads outside of code: Procfile commands, compose files. */
  readonly read: readonly EnvPlace[];
  /** Places inside the values of other variables. */
  readonly referred: readonly EnvPlace[];
  readonly readers: readonly EnvReader[];
}

interface Draft {
  readonly name: string;
  readonly set: EnvPlace[];
  readonly documented: EnvPlace[];
  readonly read: EnvPlace[];
  readonly referred: EnvPlace[];
  readonly readers: EnvReader[];
}

/**
 * The environment variables of an app: where each is set, documented and read. Made of one part for each file, so
 * that an edit makes one part anew; the parts are joined when the first variable is asked for.
 */
export class EnvGraph {
  readonly #parts: readonly EnvPart[];
  readonly #code: readonly EnvReads[];
  #variables: ReadonlyMap<string, EnvVariable> | undefined;
  #capitals: ReadonlySet<string> | undefined;

  constructor(parts: readonly EnvPart[], code: readonly EnvReads[]) {
    this.#parts = parts;
    this.#code = code;
  }

  /** Files that may name variables, in no order. */
  get paths(): string[] {
    return this.#parts.map(({ path }) => path);
  }

  get(name: string): EnvVariable | undefined {
    return this.#joined().get(name);
  }

  get variables(): Iterable<EnvVariable> {
    return this.#joined().values();
  }

  /** Whether some code of the app speaks of a name at all. */
  isNamed(name: string): boolean {
    this.#capitals ??= new Set(this.#code.flatMap(({ capitals }) => capitals?.trim().split(' ') ?? []));
    return this.#capitals.has(name);
  }

  /** Whether some file sets or documents a variable. */
  isDeclared(name: string): boolean {
    const known = this.get(name);
    return known !== undefined && known.set.length + known.documented.length > 0;
  }

  #joined(): ReadonlyMap<string, EnvVariable> {
    this.#variables ??= join(this.#parts, this.#code);
    return this.#variables;
  }
}

const LISTS = { set: 'set', document: 'documented', read: 'read', refer: 'referred' } as const;

function join(parts: readonly EnvPart[], code: readonly EnvReads[]): Map<string, EnvVariable> {
  const variables = new Map<string, Draft>();
  const of = (name: string): Draft => {
    const known = variables.get(name);
    if (known) return known;
    const made = { name, set: [], documented: [], read: [], referred: [], readers: [] };
    variables.set(name, made);
    return made;
  };
  for (const { path, mentions } of parts)
    for (const mention of mentions) of(mention.name)[LISTS[mention.does]].push({ path, mention });
  for (const { path, envReads, envRequired } of code) {
    const required = new Set(envRequired);
    for (const name of envReads) of(name).readers.push({ path, required: required.has(name) });
  }
  return variables;
}

/**
 * Places in the order in which a file would look: its own folder, then each folder above, then all others. Of two in
 * one folder the first given stays first.
 */
export function nearestFirst<Place extends { readonly path: string }>(
  places: readonly Place[],
  forFile: string,
): Place[] {
  return [...places].sort((a, b) => distance(a.path, forFile) - distance(b.path, forFile));
}

const ELSEWHERE = 1_000;

function distance(path: string, forFile: string): number {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  if (!forFile.startsWith(folder)) return ELSEWHERE + path.split('/').length;
  return forFile.slice(folder.length).split('/').length;
}
