import type { Range } from '../text';

/**
 * What an expression is, as far as the text alone tells. `range` is where the value itself is written: for a
 * constant that is used by name, the literal in its declaration.
 */
export type Value =
  | { readonly kind: 'string'; readonly text: string; readonly range: Range }
  /** A string with holes; each hole is one U+FFFC in `text`. */
  | { readonly kind: 'template'; readonly text: string; readonly range: Range }
  | { readonly kind: 'number'; readonly value: number; readonly range: Range }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly range: Range }
  | { readonly kind: 'null'; readonly range: Range }
  | {
      readonly kind: 'object';
      readonly entries: readonly Entry[];
      readonly open: boolean;
      readonly range: Range;
    }
  | { readonly kind: 'array'; readonly items: readonly Value[]; readonly range: Range }
  | {
      readonly kind: 'env';
      readonly name: string;
      readonly fallback: Value | undefined;
      readonly range: Range;
    }
  /** `a || b`, `a ?? b`, `a if c else b`: any of these. */
  | { readonly kind: 'either'; readonly values: readonly Value[]; readonly range: Range }
  | {
      readonly kind: 'call';
      readonly callee: string;
      readonly args: readonly Argument[];
      readonly range: Range;
    }
  /** A function, by a literal or by the name of one in the same file; only for calls whose API asks for `bodies`. */
  | {
      readonly kind: 'function';
      readonly name: string;
      /** The qualified names of all that is called in it, in nested functions too. */
      readonly calls: readonly string[];
      /** Something is given a value in it. */
      readonly assigns: boolean;
      /** It raises an exception, or breaks off what runs. */
      readonly leaves: boolean;
      readonly isEmpty: boolean;
      readonly body: Range;
      readonly range: Range;
    }
  | { readonly kind: 'reference'; readonly name: string; readonly range: Range }
  | { readonly kind: 'unknown'; readonly range: Range };

export const HOLE = '\uFFFC';

export interface Entry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: Value;
}

export interface Argument {
  /** The keyword, where the language has keyword arguments. */
  readonly name: string | undefined;
  readonly value: Value;
}

/** What encloses a fact. */
export interface Enclosure {
  /** The innermost named function. */
  readonly fn: string | undefined;
  readonly inTry: boolean;
  /** A loop of the same function stands around it. */
  readonly inLoop: boolean;
  /** It depends on a condition around it whether it runs at all. */
  readonly inBranch: boolean;
  /** A condition around it asks whether this is a developer's machine. */
  readonly inDevelopment: boolean;
  /** Only for type checking, never run. */
  readonly typeOnly: boolean;
  /** The function around it that answers requests: registered as a route, marked as one, or with its signature. */
  readonly handler: Range | undefined;
  /** No function and no class stands around it. */
  readonly topLevel: boolean;
  /** Part of a test that stands in a file of app code, as Rust's `#[cfg(test)]` modules do. */
  readonly inTest: boolean;
}

/**
 * A call or construction. `callee` is the qualified name: `winston.transports.File`,
 * `logging.handlers.RotatingFileHandler`; a call in it ends in `()`: `express().listen`.
 * A base that could not be resolved starts with `?`: `?app.listen`.
 */
export interface CallFact {
  readonly kind: 'call';
  readonly callee: string;
  readonly construct: boolean;
  readonly args: readonly Argument[];
  readonly range: Range;
  readonly calleeRange: Range;
  /** It is a statement of its own: nobody uses or waits for what it gives. */
  readonly alone: boolean;
  /** What an annotation, an attribute or a decorator stands on. */
  readonly decorates?: Decorated;
  /** What a method is called on: `Path("a")` of `Path("a").write_text(b)`; only for calls whose API asks for it. */
  readonly receiver?: Value;
  /** The qualified names of what the function around it calls, itself included, in the order of the text; only on demand. */
  readonly around?: readonly string[];
  /**
   * The calls in this file of the function around it, where an argument is a name that may be that function's
   * parameter, or always; only for calls whose API asks for `callers`.
   */
  readonly callers?: readonly CallFact[];
  /** The block that a call of Ruby is given; only for calls whose API asks for `bodies`. */
  readonly block?: Value;
  readonly enclosure: Enclosure;
}

/** What an annotation or a decorator stands on: a function, a class, a field. */
export interface Decorated {
  readonly name: string;
  readonly range: Range;
}

/** What a string is bound to: `password` in `const password = "…"`, `{ password: "…" }`, `connect(password="…")`. */
export interface Holder {
  readonly name: string;
  readonly kind: 'variable' | 'attribute' | 'key' | 'argument' | 'parameter';
  /** The object it belongs to, where it has a name: `db` in `db.password = "…"` or `const db = { password: "…" }`. */
  readonly owner: string | undefined;
}

export interface StringFact {
  readonly kind: 'string';
  readonly value: Extract<Value, { kind: 'string' | 'template' }>;
  readonly holder: Holder | undefined;
  /** The qualified name of the call whose argument this string is, directly or inside an object literal. */
  readonly argumentOf: string | undefined;
  /** The string is the fallback of an environment read. */
  readonly fallback: boolean;
  /** It is what another value leaves over, of the environment or not: `config.url || "…"`. */
  readonly otherwise: boolean;
  readonly enclosure: Enclosure;
}

/** A name that is given a value of any kind: `DEBUG = True`, `{ saveUninitialized: true }`, `daemon=True`. */
export interface GivenFact {
  readonly kind: 'given';
  readonly holder: Holder;
  readonly value: Value;
  /** Where the value is written at this place; `value.range` may lie elsewhere, at a constant's. */
  readonly range: Range;
  /** The variable is given another value in another place. */
  readonly rebound: boolean;
  /** The qualified name of the call whose argument this is, directly or inside an object literal. */
  readonly argumentOf: string | undefined;
  readonly enclosure: Enclosure;
}

export interface ImportFact {
  readonly kind: 'import';
  readonly import: Import;
  readonly enclosure: Enclosure;
}

/** A read of an environment variable. */
export interface ReadFact {
  readonly kind: 'read';
  readonly name: string;
  /** The name's place. */
  readonly range: Range;
  /** No default stands by, and the code does not ask whether there is a value. */
  readonly needed: boolean;
  readonly enclosure: Enclosure;
}

/** `process.env.NODE_ENV === 'production'`, `Rails.env.production?`, `case 'production':`. */
export interface ComparisonFact {
  readonly kind: 'comparison';
  readonly left: Value;
  /** For a predicate the name it asks for, as a string. */
  readonly right: Value;
  /** Holds where the two are equal; of `!==` it is false. */
  readonly equal: boolean;
  readonly range: Range;
  /** What runs if the comparison holds, and otherwise. */
  readonly consequence: Range | undefined;
  readonly alternative: Range | undefined;
  readonly enclosure: Enclosure;
}

/** A variable of a module or class that starts empty and lives as long as the process. */
export interface StateFact {
  readonly kind: 'state';
  readonly name: string;
  /** The name where it is declared. */
  readonly range: Range;
  readonly uses: readonly StateUse[];
}

export interface StateUse {
  readonly range: Range;
  /** It is given something; else it is read. */
  readonly writes: boolean;
  /** The request handlers that it is part of: the one around it, or those that call the function around it. */
  readonly handlers: readonly Range[];
}

export type Fact = CallFact | ComparisonFact | StringFact | GivenFact | ImportFact;

/** One imported module as written, read without a tree. */
export interface Import {
  /** The specifier: `pg`, `./app`, `logging.handlers`, `..models`. */
  readonly module: string;
  readonly range: Range;
  readonly typeOnly: boolean;
  readonly bindings: readonly ImportBinding[];
}

export interface ImportBinding {
  /** The name in this file. */
  readonly local: string;
  /**
   * What it stands for: `pg.Pool`, `logging.handlers`; the module itself for default and namespace imports. Where
   * `local` is `*`, every name of the module or namespace may be used bare (`using Serilog;`, `import java.io.*;`).
   */
  readonly qualified: string;
}

/** A read of an environment variable as the text shows it. */
export interface EnvRead {
  readonly name: string;
  readonly range: Range;
  /** The code goes on without the variable. */
  readonly hasDefault?: boolean;
  /** The text at the range is another spelling of the name, as a field of a settings class is: no rename may touch it. */
  readonly derived?: boolean;
}
