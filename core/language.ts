import type { Node } from 'web-tree-sitter';
import type { EnvRead, Holder, Import, Value } from './facts/fact';
import type { Range, TextEdit } from './text';

/** Languages that share their libraries, and so the rules' tables: JavaScript, TypeScript and TSX are one. */
export type Family = 'javascript' | 'python' | 'ruby' | 'php' | 'java' | 'go' | 'csharp' | 'rust' | 'shell';

/** How a value read from the environment, always text, becomes what the code needs; a `decimal` has a fraction. */
export type Cast = 'string' | 'number' | 'decimal' | 'boolean';

/** What an expression names: a chain of members from a base identifier or from another expression. */
export interface Chain {
  readonly base: Node;
  readonly members: readonly string[];
}

/** Where a name gets its value: the expression, and the members taken from it by destructuring. */
export interface Binding {
  readonly value: Node;
  readonly members: readonly string[];
  /** `value` names a type, and the name holds an instance of it: `HttpServer server` as a parameter or field. */
  readonly instance?: boolean;
}

/**
 * What an identifier is bound to where it stands: a value, `rebound` for what no one can tell, `declared` for a name
 * that gets its value elsewhere, `outer` where a function says that a name of its is not its own, undefined for a use.
 */
export type Bound = Binding | 'rebound' | 'declared' | 'outer' | undefined;

export interface CallShape {
  /** An annotation, attribute or macro-like mark on a declaration; its qualified name starts with `@`. */
  readonly annotation?: boolean;
  readonly callee: Node;
  readonly args: readonly { readonly name: string | undefined; readonly value: Node }[];
  readonly construct: boolean;
  /** What is done to the callee by a sign and not by a name: `<-` of `jobs <- job`; it ends the qualified name. */
  readonly sign?: string;
  /** A block that is handed to the call besides its arguments. */
  readonly block?: Node;
}

/** Two values that are compared; an arm of a switch compares what is switched on with its label. */
export interface Compared {
  readonly left: Node;
  readonly right: Node | undefined;
  /** What a predicate asks for in its name: `production` of `Rails.env.production?`, in small letters. */
  readonly word?: string;
  readonly equal: boolean;
  /** What runs if the comparison holds, and otherwise. */
  readonly consequence: Range | undefined;
  readonly alternative: Range | undefined;
}

/**
 * What the facts need to know of a language; one file each in `languages/`. Every function takes one node and
 * looks at it and its close surroundings only.
 */
export interface Language {
  /** The VS Code language ids it serves; the first is its own id. */
  readonly ids: readonly [string, ...string[]];
  readonly family: Family;
  readonly extensions: readonly string[];
  /** The grammar's name, as in `tree-sitter-<grammar>.wasm`. */
  readonly grammar: string;
  readonly lineComment: string;
  /** Finds the code in a text that is mostly something else; its group `code` stands right behind the first `>`. */
  readonly embedded?: RegExp;
  /** Imports with their ranges, read from the text alone; may hold some that stand in a comment or string. */
  imports(text: string): readonly Import[];
  envReads(text: string): readonly EnvRead[];

  /** The call or construction at a node, if it is one. */
  call(node: Node): CallShape | undefined;
  chain(node: Node): Chain | undefined;
  /** A simple value (literals, objects, arrays, alternatives); `of` evaluates the parts. */
  value(node: Node, of: (node: Node) => Value): Value | undefined;
  /** How the language reads its environment, by qualified names. */
  readonly env: {
    /** A member whose first group is the variable: `process.env.PORT`. */
    readonly member: RegExp;
    /** Calls whose first argument is the variable and whose second, or `default`, is the fallback: `os.getenv`. */
    readonly calls: RegExp;
  };
  binding(identifier: Node): Bound;
  /** The node within which a bound identifier is a name of its own; undefined where it only is given a value. */
  declaredIn(identifier: Node): Node | undefined;
  /** A name may be declared anew in the same block, and stands for the last from there on. */
  readonly shadows?: boolean;
  /** What a node compares, if it is a comparison for equality, a predicate or an arm of a switch. */
  comparison?(node: Node): Compared | undefined;
  /** What modules and classes keep from call to call. */
  readonly state?: {
    /** Declarations of what starts empty, with the name as the one group that matches; global and multiline. */
    readonly declared: RegExp;
    /** What stands right behind a name that is given something, and right before it. */
    readonly writes: RegExp;
    readonly before?: RegExp;
  };
  /** The module an expression loads by itself, as `require("pg")` does. */
  loads(node: Node): string | undefined;
  /** The node types of string literals. */
  readonly strings: ReadonlySet<string>;
  readonly identifiers: ReadonlySet<string>;
  /** What holds the expression at a node: the variable, key, attribute or keyword it is given to. */
  holder(node: Node): Holder | undefined;
  /** The value that an identifier, key or keyword at a node is given, if any. */
  given(node: Node): Node | undefined;
  /** The name of the function a node defines, if it is one; `''` for an anonymous one. */
  functionName(node: Node): string | undefined;
  /** Whether a function answers requests: registered as a route, marked as one, or with the signature of one. */
  isHandler?(fn: Node): boolean;
  isTry(node: Node): boolean;
  /** A block that only a type checker reads. */
  isTypeOnly(node: Node): boolean;
  isCommentOrString(node: Node): boolean;
  /** A block of tests inside app code. */
  isTest?(node: Node): boolean;

  /** The expression that reads a variable, and the edits that must come with it, such as an import. */
  readEnv(name: string, cast: Cast, fallback: string | undefined, text: string): EnvExpression;
  /** Whether a literal may be replaced by an expression, and how. */
  replaceable(literal: Node): Replaceable | undefined;
  /** What a string or number literal says, as an env file would hold it; undefined where holes or bytes stand in it. */
  literalText(literal: Node): string | undefined;
  /** The edit that makes a program load `.env` at its start by the language's usual loader. */
  loadEnv(text: string): { readonly package: string; readonly edits: readonly TextEdit[] } | undefined;
}

export interface Replaceable {
  /** What must stand around the expression. */
  readonly before: string;
  readonly after: string;
  /** The literal is an operand: a compound expression in its place needs parentheses. */
  readonly operand: boolean;
}

export interface EnvExpression {
  readonly text: string;
  /** Ends in an operator and its operand, such as a fallback or a cast. */
  readonly compound: boolean;
  readonly edits: readonly TextEdit[];
}

export function defineLanguage(language: Language): Language {
  return Object.freeze(language);
}

/** The part of a text that a node covers, in UTF-16 units. */
export function rangeOf(node: Node): Range {
  return { start: node.startIndex, end: node.endIndex };
}
