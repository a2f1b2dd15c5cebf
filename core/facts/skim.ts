import type { Language } from '../language';
import { type Interest, type RuleTable, reachable, reachOf } from '../lint/ruleset';
import type { Rule } from '../rule';
import { codeOf } from '../source';
import { defaultPorts } from './default-port';
import type { EnvRead, Import } from './fact';
import { servedFolders } from './served';
import { type RuleSighting, see } from './sightings';
import { tasksOf } from './tasks';
import { type FileTrait, traitsOf } from './traits';
import { LONGEST_TEXT } from './values';
import { isWord } from './words';

/** What one pass over a text tells without a syntax tree. */
export interface Skim {
  readonly imports: readonly Import[];
  readonly envReads: readonly EnvRead[];
  readonly traits: readonly FileTrait[];
  /** What stands beside the reads of `PORT` for where it is not set. */
  readonly ports: readonly number[];
  readonly tasks: readonly string[];
  readonly served: readonly string[];
  /** Modules or classes seem to keep something in memory. */
  readonly holdsState: boolean;
  /** What rules see in the text as such. */
  readonly sightings: readonly RuleSighting[];
  /** Places that only a syntax tree can judge; none means the text need not be parsed. */
  readonly hits: readonly SkimHit[];
}

export interface SkimHit {
  readonly at: number;
  readonly length: number;
  readonly kind: Interest['kind'];
  /** Functions that the call is handed are looked into. */
  readonly bodies?: boolean;
  /** The rules that look for what may be there; without it any rule may. */
  readonly rules?: readonly Rule[];
  /** What the call is a method of is evaluated too. */
  readonly receiver?: boolean;
  /** The calls of the function around it are told. */
  readonly around?: boolean;
  /** The calls of the function around it come with it. */
  readonly callers?: boolean | 'always';
}

const MOST_USES = 60;
const NEAR = 120;
/** What a comparison or an arm of a switch has beside its values. */
const COMPARES = /[=!]=|[eE]quals|\bcase\b|\bwhen\b|=>|\?|\bIs[A-Z]|-eq|\[ |\bin\b|<>/;
/**
 * From a name to a quote on the same line, with an assignment, a colon or a fat arrow between, or with a comma:
 * `define('DB_PASSWORD', "…")`, `set :password, "…"`.
 */
const GIVEN_STRING =
  /[\w$]{0,60}(?:["'`\]]{0,2}[^\n=:]{0,40}[:=(][^\n]{0,200}?|(?:["']|(?<=[ (]:\w{1,60}))[ \t]*,[ \t]*)["'`]/y;

/** The same up to the assignment, colon, arrow or comma. */
const GIVEN = /[\w$]{0,60}(?:["'`\]]{0,2}[^\n=:(]{0,40}[:=]|(?:["']|(?<=[ (]:\w{1,60}))[ \t]*,)/y;

export function skim(source: string, language: Language, table: RuleTable): Skim {
  const text = codeOf(source, language);
  const imports = language.imports(text).filter(({ module }) => module.length <= LONGEST_TEXT);
  const reach = reachOf(imports);
  const hits: SkimHit[] = [];
  const sightings: RuleSighting[] = [];
  const beside = new Map<readonly string[], boolean>();
  table.automaton.scan(text, (at, index) => {
    const literal = table.literals[index];
    if (!literal) return;
    const rules = new Map<Interest['kind'], Rule[]>();
    for (const interest of literal.interests) {
      const { kind } = interest;
      if (kind === 'text') {
        see(interest.rule, text, at, literal.text, sightings);
        continue;
      }
      const known = rules.get(kind);
      if (known?.includes(interest.rule) || !concerns(interest, text, at, literal.text)) continue;
      if (!reachable(interest, reach) || !isBeside(interest, text, beside)) continue;
      if (known) known.push(interest.rule);
      else rules.set(kind, [interest.rule]);
    }
    for (const [kind, asking] of rules) {
      const asked = kind === 'call' ? askedOf(literal.interests) : {};
      hits.push({ at, length: literal.text.length, kind, rules: asking, ...asked });
    }
  });
  hits.push(...moduleHits(text, imports, table));
  const envReads = language.envReads(text);
  const traits = traitsOf(text, language.family);
  const tasks = tasksOf(text, language.family);
  const ports = defaultPorts(text, envReads);
  // What serves a folder is a function that rules look for.
  const served = hits.length > 0 ? servedFolders(text) : [];
  const holdsState = table.hasState && (language.state ? text.search(language.state.declared) >= 0 : false);
  return { imports, envReads, holdsState, traits, tasks, ports, served, sightings, hits };
}

/** What any of the rules that look for a call must know besides its arguments. */
function askedOf(
  interests: readonly Interest[],
): Pick<SkimHit, 'bodies' | 'receiver' | 'around' | 'callers'> {
  const apis = interests.flatMap((one) => (one.kind === 'call' ? [one.api] : []));
  return {
    ...(apis.some(({ bodies }) => bodies) ? { bodies: true } : {}),
    ...(apis.some(({ receiver }) => receiver) ? { receiver: true } : {}),
    ...(apis.some(({ around }) => around) ? { around: true } : {}),
    ...(apis.some(({ callers }) => callers)
      ? { callers: apis.some(({ callers }) => callers === 'always') ? 'always' : true }
      : {}),
  };
}

/** Whether what must stand in the text beside a name does; each list is looked for once. */
function isBeside(interest: Interest, text: string, known: Map<readonly string[], boolean>): boolean {
  const wanted = wantedBy(interest);
  if (!wanted) return true;
  const before = known.get(wanted);
  if (before !== undefined) return before;
  const found = wanted.some((one) => text.includes(one));
  known.set(wanted, found);
  return found;
}

function wantedBy(interest: Interest): readonly string[] | undefined {
  switch (interest.kind) {
    case 'call':
      return interest.api.beside;
    case 'given':
      return interest.rule.given?.beside;
    case 'comparison':
      return undefined;
    default:
      return interest.rule.strings?.beside;
  }
}

function concerns(interest: Interest, text: string, at: number, literal: string): boolean {
  switch (interest.kind) {
    case 'call':
      return text.startsWith(literal, at) && !isWord(text, at - 1) && !isWord(text, at + literal.length);
    case 'text':
    case 'containing':
      return true;
    case 'comparison':
      return !isWord(text, at - 1) && COMPARES.test(text.slice(Math.max(0, at - NEAR), at + NEAR));
    case 'given':
      GIVEN.lastIndex = at + literal.length;
      return GIVEN.test(text);
    case 'heldBy':
      return isHeld(interest.rule.strings?.heldLike ?? GIVEN_STRING, text, at + literal.length);
  }
}

function isHeld(like: RegExp, text: string, at: number): boolean {
  like.lastIndex = at;
  return like.test(text);
}

/** Where a module that is called by itself is imported, and where the name it got there is used. */
function moduleHits(text: string, imports: readonly Import[], table: RuleTable): SkimHit[] {
  const hits: SkimHit[] = [];
  for (const one of imports) {
    const module = one.module.replace(/^node:/, '');
    if (table.modules.has(module))
      hits.push({ at: one.range.start, length: one.module.length, kind: 'call' });
    for (const { local, qualified } of one.bindings) {
      const renamed = table.calls.has(qualified) && !qualified.endsWith(`.${local}`);
      if (table.modules.has(qualified) || renamed) hits.push(...uses(text, local));
    }
  }
  return hits;
}

function uses(text: string, name: string): SkimHit[] {
  const hits: SkimHit[] = [];
  if (name === '') return hits;
  for (
    let at = text.indexOf(name);
    at >= 0 && hits.length < MOST_USES;
    at = text.indexOf(name, at + name.length)
  ) {
    if (isWord(text, at - 1) || isWord(text, at + name.length)) continue;
    hits.push({ at, length: name.length, kind: 'call' });
  }
  return hits;
}
