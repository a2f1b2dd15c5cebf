import type { Node, Tree } from 'web-tree-sitter';
import { type Binding, type Language, rangeOf } from '../language';
import type { Argument, Enclosure, Import, Value } from './fact';
import { LONGEST_TEXT, readsEnv, textOf } from './values';

const HOPS = 4;
const DEPTH = 12;
const MOST_USES = 200;
const CLASS = /^class(?:_|$)/;

/** Answers what names and expressions of one parsed text mean; good for as long as its tree lives. */
export class Scope {
  readonly root: Node;
  readonly #text: string;
  readonly #language: Language;
  readonly #imports: ReadonlyMap<string, string>;
  readonly #bindings = new Map<string, Binding | 'rebound' | 'global'>();
  readonly #collections = new Map<number, boolean>();
  /** Each name is evaluated once; `undefined` while it is, so that names that mean each other end. */
  readonly #constants = new Map<string, Value | undefined>();

  constructor(tree: Tree, text: string, language: Language, imports: readonly Import[]) {
    this.root = tree.rootNode;
    this.#text = text;
    this.#language = language;
    this.#imports = new Map(
      imports.flatMap((one) => one.bindings.map((bound) => [bound.local, bound.qualified])),
    );
  }

  /** The qualified name of an expression; a base that cannot be known starts with `?`. */
  qualify(node: Node, hops = HOPS): string | undefined {
    const chain = this.#language.chain(node);
    if (!chain) return undefined;
    const base = this.#base(chain.base, hops);
    if (base === undefined) return undefined;
    const name = chain.members.length > 0 ? `${base}.${chain.members.join('.')}` : base;
    return name.length > LONGEST_TEXT ? undefined : name;
  }

  #base(node: Node, hops: number): string | undefined {
    const module = this.#language.loads(node);
    if (module !== undefined) return module;
    const call = this.#language.call(node);
    // A bare name that calls, as in Ruby, is its own callee.
    if (call && call.callee.id !== node.id) {
      const callee = hops > 0 ? this.qualify(call.callee, hops - 1) : undefined;
      return callee === undefined ? undefined : `${callee}()`;
    }
    if (/^(?:this|self|super)$/.test(node.type)) return `?${node.text}`;
    if (!this.#language.identifiers.has(node.type)) return undefined;
    return this.#name(node.text, hops);
  }

  #name(name: string, hops: number): string {
    const bound = this.bindingOf(name);
    const imported = this.#imports.get(name);
    if (imported !== undefined && bound === 'global') return imported;
    if (bound === 'global') return name;
    if (bound === 'rebound' || hops <= 0) return `?${name}`;
    const base = this.qualify(bound.value, hops - 1);
    if (base === undefined) return `?${name}`;
    if (bound.instance) return `${base}()`;
    return bound.members.length > 0 ? `${base}.${bound.members.join('.')}` : base;
  }

  /** The one place that gives a name its value; `rebound` where there are several, `global` where there is none. */
  bindingOf(name: string): Binding | 'rebound' | 'global' {
    const known = this.#bindings.get(name);
    if (known) return known;
    const found = this.#findBinding(name);
    this.#bindings.set(name, found);
    return found;
  }

  #findBinding(name: string): Binding | 'rebound' | 'global' {
    // An identifier that the parser has only put in for one that is missing.
    if (name === '') return 'rebound';
    let found: Binding | undefined;
    let uses = 0;
    for (let at = this.#text.indexOf(name); at >= 0; at = this.#text.indexOf(name, at + name.length)) {
      if (isWord(this.#text, at - 1) || isWord(this.#text, at + name.length)) continue;
      if (++uses > MOST_USES) return 'rebound';
      const node = this.root.descendantForIndex(at, at + name.length);
      if (!node || !this.#language.identifiers.has(node.type) || node.text !== name) continue;
      const bound = this.#language.binding(node);
      if (bound === 'rebound' || (bound && found && !sameInstance(bound, found))) return 'rebound';
      if (bound) found = bound;
    }
    return found ?? 'global';
  }

  valueOf(node: Node, hops = HOPS, depth = DEPTH): Value {
    const unknown: Value = { kind: 'unknown', range: rangeOf(node) };
    if (depth <= 0) return unknown;
    const env = this.#envRead(node, hops, depth);
    if (env) return env;
    const simple = this.#language.value(node, (part) => this.valueOf(part, hops, depth - 1));
    if (simple) return (textOf(simple)?.length ?? 0) > LONGEST_TEXT ? unknown : simple;
    const call = this.#language.call(node);
    if (call) {
      const callee = this.qualify(call.callee) ?? '?';
      return { kind: 'call', callee, args: this.arguments(call.args, depth - 1), range: rangeOf(node) };
    }
    return this.#constant(node, hops, depth) ?? this.#reference(node) ?? unknown;
  }

  /** Whether an expression is written as an object or a list. A large one is looked at once, whoever asks. */
  isCollection(node: Node): boolean {
    let known = this.#collections.get(node.id);
    if (known === undefined) {
      const kind = this.#language.value(node, (part) => ({ kind: 'unknown', range: rangeOf(part) }))?.kind;
      known = kind === 'object' || kind === 'array';
      this.#collections.set(node.id, known);
    }
    return known;
  }

  arguments(args: readonly { name: string | undefined; value: Node }[], depth = DEPTH): Argument[] {
    return args.map(({ name, value }) => ({ name, value: this.valueOf(value, HOPS, depth) }));
  }

  #envRead(node: Node, hops: number, depth: number): Value | undefined {
    const { member, calls } = this.#language.env;
    const call = this.#language.call(node);
    const qualified = this.qualify(call ? call.callee : node);
    const name = qualified === undefined ? undefined : member.exec(qualified)?.[1];
    const range = rangeOf(node);
    if (name !== undefined) return { kind: 'env', name, fallback: undefined, range };
    if (!call || qualified === undefined) return undefined;
    if (calls.test(qualified)) {
      const args = this.arguments(call.args, depth - 1);
      const fallback = args.find((argument) => argument.name === 'default') ?? args[1];
      const read = textOf(args[0]?.value);
      return { kind: 'env', name: read ?? '', fallback: fallback?.value, range };
    }
    const on = this.#language.chain(call.callee);
    if (!on || on.members.length === 0 || hops <= 0 || !this.#language.call(on.base)) return undefined;
    const receiver = this.valueOf(on.base, hops - 1, depth - 1);
    return readsEnv(receiver) ? { ...receiver, range } : undefined;
  }

  /** One hop: the value of a name that is given a value once, and of a member of an object literal. */
  #constant(node: Node, hops: number, depth: number): Value | undefined {
    const chain = this.#language.chain(node);
    if (!chain || hops <= 0 || !this.#language.identifiers.has(chain.base.type)) return undefined;
    const bound = this.bindingOf(chain.base.text);
    if (bound === 'rebound' || bound === 'global' || bound.instance) return undefined;
    let value = this.#valueOfName(chain.base.text, bound, hops, depth);
    for (const member of [...bound.members, ...chain.members]) {
      if (value?.kind !== 'object') return undefined;
      const entry = value.entries.find(({ key }) => key === member);
      if (!entry) return undefined;
      value = entry.value;
    }
    return value?.kind === 'unknown' || value?.kind === 'reference' ? undefined : value;
  }

  #valueOfName(name: string, bound: Binding, hops: number, depth: number): Value | undefined {
    if (this.#constants.has(name)) return this.#constants.get(name);
    this.#constants.set(name, undefined);
    const value = this.valueOf(bound.value, hops - 1, depth - 1);
    this.#constants.set(name, value);
    return value;
  }

  #reference(node: Node): Value | undefined {
    const name = this.qualify(node);
    return name === undefined ? undefined : { kind: 'reference', name, range: rangeOf(node) };
  }

  enclosure(node: Node): Enclosure {
    let fn: string | undefined;
    let inTry = false;
    let typeOnly = false;
    let inTest = false;
    let topLevel = true;
    // From the root down: a tree finds each parent by the whole way from there.
    for (let at: Node | null = this.root; at && at.id !== node.id; at = at.childWithDescendant(node)) {
      const name = this.#language.functionName(at);
      fn = name || fn;
      topLevel &&= name === undefined && !CLASS.test(at.type);
      inTry ||= this.#language.isTry(at);
      typeOnly ||= this.#language.isTypeOnly(at);
      inTest ||= this.#language.isTest?.(at) ?? false;
    }
    return { fn, inTry, typeOnly, inTest, topLevel };
  }
}

/** Two parameters of one name and one class: either holds an instance of it. */
function sameInstance(one: Binding, other: Binding): boolean {
  return one.instance === true && other.instance === true && one.value.text === other.value.text;
}

export function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    code === 36 ||
    (code >= 97 && code <= 122)
  );
}
