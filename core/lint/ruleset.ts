import { Automaton } from '../facts/automaton';
import type { Import } from '../facts/fact';
import { TextTable } from '../facts/sightings';
import type { Family } from '../language';
import type { Api, Rule } from '../rule';

/** Why a literal is looked for. */
export type Interest =
  | {
      readonly kind: 'call';
      readonly rule: Rule;
      readonly api: Api;
      readonly callee: string;
      /** The name needs no import. */
      readonly isGlobal: boolean;
    }
  | { readonly kind: 'containing' | 'heldBy' | 'given' | 'comparison' | 'text'; readonly rule: Rule };

/** The rules of one language family, arranged so that one pass over a text finds what may concern them. */
export interface RuleTable {
  readonly automaton: Automaton;
  /** By the literal's index in the automaton. */
  readonly literals: readonly { readonly text: string; readonly interests: readonly Interest[] }[];
  /** Calls of a module itself, such as `pino(…)`, by the module's name: the text may call it anything. */
  readonly modules: ReadonlyMap<string, readonly Interest[]>;
  readonly calls: ReadonlyMap<string, readonly (Interest & { kind: 'call' })[]>;
  readonly importRules: readonly Rule[];
  readonly hasState: boolean;
}

/** The rules in force, arranged by language family. */
export class Ruleset {
  readonly rules: readonly Rule[];
  /** What is looked for in texts that are no code. */
  readonly texts: TextTable;
  readonly #tables = new Map<Family, RuleTable>();

  constructor(rules: readonly Rule[]) {
    this.rules = rules;
    this.texts = new TextTable(rules);
  }

  table(family: Family): RuleTable {
    const known = this.#tables.get(family);
    if (known) return known;
    const made = arrange(this.rules, family);
    this.#tables.set(family, made);
    return made;
  }
}

/** In these languages a library's names are in reach everywhere once it is loaded anywhere. */
const IMPORTLESS: ReadonlySet<Family> = new Set(['ruby', 'shell']);

function arrange(rules: readonly Rule[], family: Family): RuleTable {
  const literals = new Map<string, Interest[]>();
  const modules = new Map<string, Interest[]>();
  const calls = new Map<string, (Interest & { kind: 'call' })[]>();
  for (const rule of rules) {
    for (const api of rule.calls?.[family] ?? []) {
      for (const callee of api.calls) {
        const isGlobal = api.global === true || IMPORTLESS.has(family);
        const interest = { kind: 'call', rule, api, callee, isGlobal } as const;
        add(calls, callee, interest);
        // Where every class has a `new`, the class tells more.
        const told = IMPORTLESS.has(family) ? callee.replace(/\.new$/, '') : callee;
        const member = memberOf(told);
        if (member === undefined) add(modules, told, interest);
        if (member !== undefined || isGlobal) add(literals, member ?? told, interest);
      }
    }
    for (const text of rule.strings?.containing ?? []) add(literals, text, { kind: 'containing', rule });
    for (const text of rule.strings?.heldBy ?? []) add(literals, text, { kind: 'heldBy', rule });
    for (const text of rule.comparisons?.words ?? []) add(literals, text, { kind: 'comparison', rule });
    for (const text of rule.texts?.literals ?? []) add(literals, text, { kind: 'text', rule });
    for (const text of rule.given?.names ?? []) add(literals, text, { kind: 'given', rule });
  }
  const list = [...literals].map(([text, interests]) => ({ text, interests }));
  return {
    automaton: new Automaton(list.map(({ text }) => text)),
    literals: list,
    modules,
    calls,
    importRules: rules.filter((rule) => rule.imports),
    hasState: rules.some((rule) => rule.state),
  };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** `listen` of `express().listen`; undefined where a module itself is called. */
function memberOf(callee: string): string | undefined {
  const dot = callee.lastIndexOf('.');
  if (dot < 0) return undefined;
  return callee.slice(dot + 1).replaceAll('()', '');
}

/** The names that a text's imports bring within its reach. */
export function reachOf(imports: readonly Import[]): ReadonlySet<string> {
  const reach = new Set<string>();
  for (const one of imports) {
    reach.add(one.module.replace(/^node:/, ''));
    for (const { qualified } of one.bindings) reach.add(qualified);
  }
  return reach;
}

/** Whether a text can name this callee at all: some import is the start of its name. */
export function reachable(interest: Interest, reach: ReadonlySet<string>): boolean {
  if (interest.kind !== 'call' || interest.isGlobal || /^[?*]/.test(interest.callee)) return true;
  const name = withoutMark(interest.callee);
  if (reach.has(name)) return true;
  for (let end = name.length - 1; end > 0; end--) {
    const code = name.charCodeAt(end);
    if ((code === DOT || code === OPEN) && reach.has(name.slice(0, end))) return true;
  }
  return false;
}

const DOT = 46;
const OPEN = 40;

/** The `@` of an annotation is no part of its name; that of a scoped npm package is. */
function withoutMark(callee: string): string {
  return callee.startsWith('@') && !callee.includes('/') ? callee.slice(1) : callee;
}

/** The module part of a qualified name: `logging` of `logging.handlers.RotatingFileHandler`, `github.com/gin-gonic/gin` of `github.com/gin-gonic/gin.Default`. */
export function baseOf(qualified: string): string {
  const slash = qualified.lastIndexOf('/');
  return qualified.slice(0, slash + 1) + (/^[^.(]*/.exec(qualified.slice(slash + 1))?.[0] ?? '');
}
