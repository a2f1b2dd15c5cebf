import type { Node } from 'web-tree-sitter';
import type { Binding, Bound, Language } from '../language';
import type { Range } from '../text';
import { isWord } from './words';

/** So many uses of one name are looked at; only a file that no one wrote by hand has more. */
const MOST_USES = 4_000;
const NOTHING = /^(?:null|none|nil|undefined|null_literal)$/i;

/** One place that gives a name a value, or says that the name is one. */
interface Write {
  readonly bound: Exclude<Bound, undefined>;
  /** Where what gives the value ends. */
  readonly end: number;
  readonly declares: boolean;
  /** The function that is defined under this name here. */
  readonly fn: Node | undefined;
}

/** A part of the text that has a name for its own, with all that is given to it there. */
interface Place extends Range {
  readonly writes: Write[];
}

/** Where the names of one text get their values. */
export class Bindings {
  readonly #root: Node;
  readonly #text: string;
  readonly #language: Language;
  readonly #places = new Map<string, readonly Place[]>();

  constructor(root: Node, text: string, language: Language) {
    this.#root = root;
    this.#text = text;
    this.#language = language;
  }

  /**
   * What gives a name its value where it is used, by the innermost part of the text that has the name for its own;
   * `rebound` where several places do, `global` where none does.
   */
  of(name: string, use: Node): Binding | 'rebound' | 'global' {
    // An identifier that the parser has only put in for one that is missing.
    if (name === '') return 'rebound';
    const place = this.placeOf(name, use.startIndex);
    return place ? settled(place.writes, use, this.#language.shadows ?? false) : 'global';
  }

  /** The one function that a name stands for where it is used. */
  functionOf(name: string, use: Node): Node | undefined {
    const [only, another] = this.placeOf(name, use.startIndex)?.writes ?? [];
    return another ? undefined : only?.fn;
  }

  #defined(name: Node): Node | undefined {
    const fn = name.parent;
    const isName = fn !== null && this.#language.functionName(fn) !== undefined;
    return isName && fn.childForFieldName('name')?.id === name.id ? fn : undefined;
  }

  /** The innermost part of the text around a place that has the name for its own. */
  placeOf(name: string, at: number): (Range & { readonly writes: readonly Write[] }) | undefined {
    // A parser puts in an identifier of no letters where one is missing; it stands everywhere and nowhere.
    if (name === '') return undefined;
    let places = this.#places.get(name);
    if (!places) {
      places = this.#find(name);
      this.#places.set(name, places);
    }
    return innermost(places, at);
  }

  #find(name: string): readonly Place[] {
    const places = new Map<number, Place>();
    const assignments: { at: number; write: Write }[] = [];
    let uses = 0;
    for (let at = this.#text.indexOf(name); at >= 0; at = this.#text.indexOf(name, at + name.length)) {
      if (isWord(this.#text, at - 1) || isWord(this.#text, at + name.length)) continue;
      if (isOwner(this.#text, at + name.length)) continue;
      if (++uses > MOST_USES) break;
      const node = this.#root.descendantForIndex(at, at + name.length);
      if (!node || !this.#language.identifiers.has(node.type) || node.text !== name) continue;
      const bound = this.#language.binding(node);
      if (!bound) continue;
      const scope = this.#language.declaredIn(node);
      const end = typeof bound === 'object' ? bound.value.endIndex : node.endIndex;
      const write = { bound, end, declares: scope !== undefined, fn: this.#defined(node) };
      if (scope) placeIn(places, scope).writes.push(write);
      else assignments.push({ at, write });
    }
    const own = [...places.values()];
    const inner = own.filter((place) => !isOuter(place));
    for (const place of own.filter(isOuter)) {
      const given = place.writes.filter(({ bound }) => bound !== 'outer');
      (innermost(inner, place.start) ?? placeIn(places, this.#root)).writes.push(...given);
    }
    for (const { at, write } of assignments)
      (innermost(inner, at) ?? placeIn(places, this.#root)).writes.push(write);
    return [...places.values()].filter((place) => !isOuter(place) && place.writes.length > 0);
  }
}

/** A name right before a dot owns a member, and is given nothing there. */
function isOwner(text: string, end: number): boolean {
  return text.charCodeAt(end) === 46 && /[A-Za-z_]/.test(text.charAt(end + 1));
}

function isOuter(place: Place): boolean {
  return place.writes.some(({ bound }) => bound === 'outer');
}

function placeIn(places: Map<number, Place>, scope: Node): Place {
  let place = places.get(scope.id);
  if (!place) {
    place = { start: scope.startIndex, end: scope.endIndex, writes: [] };
    places.set(scope.id, place);
  }
  return place;
}

function innermost(places: readonly Place[], at: number): Place | undefined {
  let found: Place | undefined;
  for (const place of places) {
    if (place.start <= at && at < place.end && (!found || place.end - place.start <= found.end - found.start))
      found = place;
  }
  return found;
}

function settled(writes: readonly Write[], use: Node, shadows: boolean): Binding | 'rebound' {
  const given = (shadows ? upTo(writes, use.startIndex) : writes).filter(({ bound }) => bound !== 'declared');
  const [first, ...others] = given.length > 1 ? given.filter(({ bound }) => !isNothing(bound)) : given;
  if (!first) return 'rebound';
  const bound = first.bound;
  if (typeof bound === 'object' && others.every((other) => sameInstance(other.bound, bound))) return bound;
  return declaredType(given) ?? 'rebound';
}

/** Of several declarations of one name in one block, the last before its use holds. */
function upTo(writes: readonly Write[], use: number): readonly Write[] {
  const declared = writes.filter(({ end, declares }) => declares && end <= use);
  const last = Math.max(0, ...declared.map(({ end }) => end));
  return last === 0 ? writes : writes.filter(({ end, declares }) => end >= last && (!declares || end <= use));
}

/** Whether a name stands for nothing until something else is given to it. */
export function isNothing(bound: Bound): boolean {
  return typeof bound === 'object' && !bound.instance && NOTHING.test(bound.value.type);
}

/** A declared type holds, whatever is assigned. */
function declaredType(writes: readonly Write[]): Binding | undefined {
  const [only, another] = writes.flatMap(({ bound }) =>
    typeof bound === 'object' && bound.instance ? [bound] : [],
  );
  return another ? undefined : only;
}

/** Two parameters of one name and one class: either holds an instance of it. */
function sameInstance(one: Bound, other: Bound): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  return one.instance === true && other.instance === true && one.value.text === other.value.text;
}
