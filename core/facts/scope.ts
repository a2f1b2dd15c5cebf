import type { Node, Tree } from 'web-tree-sitter';
import { type Binding, type CallShape, type Language, rangeOf } from '../language';
import type { Range } from '../text';
import { Bindings, isNothing } from './bindings';
import { asksForDevelopment } from './development';
import type { Argument, Enclosure, Import, Value } from './fact';
import { functionValue } from './function-value';
import { LONGEST_TEXT, readsEnv, textOf } from './values';

const HOPS = 4;
const DEPTH = 12;
const CLASS = /^class(?:_|$)/;
const BRANCH =
  /^(?:if|unless|case|when|ternary|conditional|if_modifier|unless_modifier|if_statement|switch_statement|switch_expression|match_statement|ternary_expression|conditional_expression)$/;
const LOOP =
  /^(?:while|until|for|foreach|for_each|for_in|enhanced_for|do|loop)(?:_statement|_expression|_modifier)?$/;

/** Answers what names and expressions of one parsed text mean; good for as long as its tree lives. */
export class Scope {
  readonly root: Node;
  readonly #language: Language;
  readonly #imports: ReadonlyMap<string, string>;
  readonly #bindings: Bindings;
  readonly #collections = new Map<number, boolean>();
  #looksInside = false;
  readonly #functions = new Map<number, Value | undefined>();
  /** Each bound name is evaluated once; `undefined` while it is, so that names that mean each other end. */
  readonly #constants = new Map<number, Value | undefined>();

  constructor(tree: Tree, text: string, language: Language, imports: readonly Import[]) {
    this.root = tree.rootNode;
    this.#language = language;
    this.#bindings = new Bindings(tree.rootNode, text, language);
    this.#imports = new Map(
      imports.flatMap((one) => one.bindings.map((bound) => [bound.local, bound.qualified])),
    );
  }

  /** The qualified name of an expression; a base that cannot be known starts with `?`. */
  qualify(node: Node, hops = HOPS): string | undefined {
    // A row of calls, as builders have them, is as long as its author likes.
    let at = node;
    let tail = '';
    while (tail.length <= LONGEST_TEXT) {
      const chain = this.#language.chain(at);
      if (!chain) return undefined;
      if (chain.members.length > 0) tail = `.${chain.members.join('.')}${tail}`;
      const call = this.#called(chain.base);
      if (!call) {
        const base = this.#base(chain.base, hops);
        const name = base === undefined ? undefined : `${base}${tail}`;
        return name !== undefined && name.length <= LONGEST_TEXT ? name : undefined;
      }
      tail = `()${tail}`;
      at = call.callee;
    }
    return undefined;
  }

  /** The call at a node; a bare name that calls, as in Ruby, is its own callee. */
  #called(node: Node): CallShape | undefined {
    if (this.#language.loads(node) !== undefined) return undefined;
    const call = this.#language.call(node);
    return call && call.callee.id !== node.id ? call : undefined;
  }

  #base(node: Node, hops: number): string | undefined {
    const module = this.#language.loads(node);
    if (module !== undefined) return module;
    if (/^(?:this|self|super)$/.test(node.type)) return `?${node.text}`;
    if (!this.#language.identifiers.has(node.type)) return undefined;
    return this.#name(node, hops);
  }

  /** The innermost part of the text around a place that has the name for its own. */
  placeOf(name: string, at: number): Range | undefined {
    return this.#bindings.placeOf(name, at);
  }

  #name(node: Node, hops: number): string {
    const name = node.text;
    const bound = this.#bindings.of(name, node);
    const imported = this.#imports.get(name);
    if (imported !== undefined && (bound === 'global' || (bound !== 'rebound' && isNothing(bound))))
      return imported;
    if (bound === 'global') return name;
    if (bound === 'rebound' || hops <= 0) return `?${name}`;
    const base = this.qualify(bound.value, hops - 1);
    if (base === undefined) return `?${name}`;
    if (bound.instance) return `${base}()`;
    return bound.members.length > 0 ? `${base}.${bound.members.join('.')}` : base;
  }

  /** Evaluates with functions looked into, which costs as much as they are long. */
  inside<T>(evaluate: () => T): T {
    this.#looksInside = true;
    try {
      return evaluate();
    } finally {
      this.#looksInside = false;
    }
  }

  #function(node: Node): Value | undefined {
    if (!this.#looksInside) return undefined;
    const isNamed = this.#language.identifiers.has(node.type);
    const fn = isNamed ? this.#bindings.functionOf(node.text, node) : node;
    if (!fn || this.#language.functionName(fn) === undefined) return undefined;
    if (this.#functions.has(fn.id)) return this.#functions.get(fn.id);
    this.#functions.set(fn.id, undefined);
    const value = functionValue(fn, this.#language, (callee) => this.qualify(callee));
    this.#functions.set(fn.id, value);
    return value;
  }

  valueOf(node: Node, hops = HOPS, depth = DEPTH): Value {
    const unknown: Value = { kind: 'unknown', range: rangeOf(node) };
    if (depth <= 0) return unknown;
    const env = this.#envRead(node, hops, depth);
    if (env) return env;
    const fn = this.#function(node);
    if (fn) return fn;
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

  /** Whether several places give a value to the variable of this name that is meant at a node. */
  isRebound(name: string, node: Node): boolean {
    return this.#bindings.of(name, node) === 'rebound';
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
    const bound = this.#bindings.of(chain.base.text, chain.base);
    if (bound === 'rebound' || bound === 'global' || bound.instance) return undefined;
    let value = this.#valueOfBound(bound, hops, depth);
    for (const member of [...bound.members, ...chain.members]) {
      if (value?.kind !== 'object') return undefined;
      const entry = value.entries.find(({ key }) => key === member);
      if (!entry) return undefined;
      value = entry.value;
    }
    return value?.kind === 'unknown' || value?.kind === 'reference' ? undefined : value;
  }

  #valueOfBound(bound: Binding, hops: number, depth: number): Value | undefined {
    const fn = this.#function(bound.value);
    if (fn) return fn;
    const key = bound.value.id;
    if (this.#constants.has(key)) return this.#constants.get(key);
    this.#constants.set(key, undefined);
    const value = this.valueOf(bound.value, hops - 1, depth - 1);
    this.#constants.set(key, value);
    return value;
  }

  #reference(node: Node): Value | undefined {
    const name = this.qualify(node);
    return name === undefined ? undefined : { kind: 'reference', name, range: rangeOf(node) };
  }

  /** The qualified names of what the function around a node calls, in the order of the text. */
  callsAround(node: Node): readonly string[] {
    let fn: Node | undefined;
    for (let at: Node | null = this.root; at && at.id !== node.id; at = at.childWithDescendant(node))
      if (this.#language.functionName(at)) fn = at;
    return fn ? functionValue(fn, this.#language, (callee) => this.qualify(callee)).calls : [];
  }

  enclosure(node: Node): Enclosure {
    let fn: string | undefined;
    let inTry = false;
    let inLoop = false;
    let isLooping = false;
    let typeOnly = false;
    let inTest = false;
    let topLevel = true;
    let inBranch = false;
    let inDevelopment = false;
    let handler: Range | undefined;
    // From the root down: a tree finds each parent by the whole way from there.
    for (let at: Node | null = this.root, next: Node | null; at && at.id !== node.id; at = next) {
      next = at.childWithDescendant(node);
      const name = this.#language.functionName(at);
      fn = name || fn;
      if (name !== undefined && this.#language.isHandler?.(at)) handler = rangeOf(at);
      topLevel &&= name === undefined && !CLASS.test(at.type);
      inTry ||= this.#language.isTry(at);
      inBranch ||= BRANCH.test(at.type) && !isHead(at, node);
      inDevelopment ||= next !== null && asksForDevelopment(at, next);
      // The block that Ruby's `loop` is given is a function of its own.
      inLoop = LOOP.test(at.type) || (inLoop && name === undefined) || (isLooping && /block$/.test(at.type));
      isLooping = at.type === 'call' && at.childForFieldName('method')?.text === 'loop';
      typeOnly ||= this.#language.isTypeOnly(at);
      inTest ||= this.#language.isTest?.(at) ?? false;
    }
    return { fn, handler, inTry, inLoop, inBranch, inDevelopment, typeOnly, inTest, topLevel };
  }
}

/** What decides, or is done before: it runs whatever comes of it. */
function isHead(branch: Node, node: Node): boolean {
  return ['initializer', 'condition'].some((field) => {
    const head = branch.childForFieldName(field);
    return head !== null && head.startIndex <= node.startIndex && node.endIndex <= head.endIndex;
  });
}
