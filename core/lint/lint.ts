import type { Tree } from 'web-tree-sitter';
import type { App } from '../app';
import { factsAtHits, importFact } from '../facts/at-hit';
import type { CallFact, Fact, Import } from '../facts/fact';
import { Scope } from '../facts/scope';
import { type Skim, type SkimHit, skim } from '../facts/skim';
import { stateFacts } from '../facts/state';
import { classIn } from '../file-class';
import { movableAt } from '../fix/movable';
import type { Family, Language } from '../language';
import type { Breach, FileView, Finding, Rule } from '../rule';
import { codeOf } from '../source';
import { applies } from './applies';
import { mayBreak, readBreaches } from './env-reads';
import { report } from './report';
import { baseOf, type Ruleset, type RuleTable } from './ruleset';
import type { LintSettings } from './settings';
import { judgeSightings } from './texts';

/** A code file on its way to being judged. */
export interface Draft {
  readonly path: string;
  readonly text: string;
  readonly language: Language;
  readonly skim: Skim;
  readonly view: FileView;
  /** Imports that only the tree can confirm as breaches. */
  readonly suspects: readonly { readonly import: Import; readonly rules: readonly Rule[] }[];
  /** Whether some read of the environment may break a rule. */
  readonly hasSuspectReads: boolean;
  readonly needsTree: boolean;
}

/** Reads what a text says without parsing it, and whether a tree is needed to judge it. `path` is relative to the workspace folder. */
export function draft(
  path: string,
  text: string,
  language: Language,
  app: App,
  ruleset: Ruleset,
  known?: Skim,
): Draft {
  const table = ruleset.table(language.family);
  const read = known ?? skim(text, language, table);
  const view = {
    path,
    class: classIn(app.root, path, text),
    family: language.family,
    imports: read.imports,
  };
  const suspects = suspectsOf(read.imports, view, app, table);
  const hasSuspectReads = mayBreak(read.envReads, view, app, ruleset);
  return {
    path,
    text,
    language,
    skim: read,
    view,
    suspects,
    hasSuspectReads,
    needsTree:
      suspects.length > 0 ||
      hasSuspectReads ||
      read.sightings.some(({ rule }) => applies(rule, view, app)) ||
      (read.holdsState && stateRules(ruleset, view, app).length > 0) ||
      hitsFor(read.hits, view, app).some(({ rules = ruleset.rules }) =>
        rules.some((rule) => judgesCode(rule, language.family) && applies(rule, view, app)),
      ),
  };
}

/** The hits that a rule which has its say in this file looks for. */
function hitsFor(hits: readonly SkimHit[], view: FileView, app: App): readonly SkimHit[] {
  return hits.filter(({ rules }) => !rules || rules.some((rule) => applies(rule, view, app)));
}

function stateRules(ruleset: Ruleset, view: FileView, app: App): readonly Rule[] {
  return ruleset.rules.filter((rule) => applies(rule, view, app) && rule.state?.suspects(view, app));
}

function judgesCode({ calls, strings, given, comparisons }: Rule, family: Family): boolean {
  return (
    comparisons !== undefined || strings !== undefined || given !== undefined || calls?.[family] !== undefined
  );
}

function suspectsOf(
  imports: readonly Import[],
  view: FileView,
  app: App,
  table: RuleTable,
): Draft['suspects'] {
  const found = [];
  for (const one of imports) {
    const rules = table.importRules.filter(
      (rule) => applies(rule, view, app) && rule.imports?.suspects(one, view, app),
    );
    if (rules.length > 0) found.push({ import: one, rules });
  }
  return found;
}

/** Judges a draft with its tree; without one, a draft that needs none has no findings. */
export function judge(
  file: Draft,
  tree: Tree | undefined,
  app: App,
  ruleset: Ruleset,
  settings: LintSettings,
): Finding[] {
  if (!tree || !file.needsTree) return [];
  const scope = new Scope(tree, codeOf(file.text, file.language), file.language, file.skim.imports);
  const found: [Rule, Breach][] = [];
  // Who knows the format of a token says more of it than who knows the name that holds it.
  found.push(...judgeSightings(file.skim.sightings, scope, file.language, file.view, app));
  const facts = factsAtHits(hitsFor(file.skim.hits, file.view, app), scope, file.language);
  // A call knows more of a literal than the name that holds it, and the first to speak of a range is heard.
  for (const kind of ['call', 'comparison', 'string', 'given'] as const) {
    for (const fact of facts) {
      if (fact.kind !== kind) continue;
      const breaches = breachesOf(fact, file, app, ruleset);
      found.push(...breaches.filter(([rule]) => !fact.enclosure.inTest || !rule.skip.includes('test')));
    }
  }
  for (const rule of ruleset.rules) {
    if (!rule.whole || facts.length === 0 || !applies(rule, file.view, app)) continue;
    found.push(...rule.whole(facts, file.view, app).map((breach): [Rule, Breach] => [rule, breach]));
  }
  const rules = file.skim.holdsState ? stateRules(ruleset, file.view, app) : [];
  const state = rules.length > 0 ? stateFacts(codeOf(file.text, file.language), scope, file.language) : [];
  for (const fact of state) {
    for (const rule of rules) {
      const breach = rule.state?.breach(fact, file.view, app);
      if (breach) found.push([rule, breach]);
    }
  }
  for (const suspect of file.suspects) {
    const fact = importFact(suspect.import, scope, file.language);
    for (const rule of fact ? suspect.rules : []) {
      const breach = fact && rule.imports?.breach(fact, file.view, app);
      if (breach) found.push([rule, breach]);
    }
  }
  if (file.hasSuspectReads) found.push(...readBreaches(file, scope, app, ruleset));
  const promised = found.map(([rule, breach]) => [rule, movableOnly(breach, tree, file.language)] as const);
  return report(promised, file.path, file.text, file.view, app, settings);
}

/** Keeps the promise of "Move to env var": no more than the language can do with the literal as it stands. */
function movableOnly(breach: Breach, tree: Tree, language: Language): Breach {
  const { literal, ...rest } = breach;
  return !literal || movableAt(tree, literal.range, language) ? breach : rest;
}

function breachesOf(fact: Fact, file: Draft, app: App, ruleset: Ruleset): [Rule, Breach][] {
  switch (fact.kind) {
    case 'call':
      return callBreaches(fact, file, app, ruleset.table(file.language.family));
    case 'string':
      return checkAll(ruleset.rules, file, app, ({ strings }) => strings?.breach(fact, file.view, app));
    case 'comparison':
      return checkAll(ruleset.rules, file, app, ({ comparisons }) =>
        comparisons?.breach(fact, file.view, app),
      );
    case 'given':
      return checkAll(ruleset.rules, file, app, ({ given }) => given?.breach(fact, file.view, app));
    default:
      return [];
  }
}

function callBreaches(fact: CallFact, file: Draft, app: App, table: RuleTable): [Rule, Breach][] {
  const member = fact.callee.slice(fact.callee.lastIndexOf('.') + 1);
  const own = fact.decorates && !fact.callee.startsWith('@') ? [`@${fact.callee}`] : [];
  const names = [fact.callee, ...own, ...shortened(fact.callee)].flatMap((name) => [
    name,
    ...wildcardNames(name, file),
  ]);
  if (isUnknown(fact.callee, file, app)) names.push(`?.${member}`);
  names.push(`*.${member}`);
  const interests = new Set(names.flatMap((name) => table.calls.get(name) ?? []));
  const found: [Rule, Breach][] = [];
  for (const { rule, api } of interests) {
    if (!applies(rule, file.view, app)) continue;
    const breach = api.breach
      ? api.breach(fact, file.view, app)
      : { range: fact.range, words: { api: fact.callee } };
    if (breach) found.push([rule, breach]);
  }
  return found;
}

/** So many calls at the start of a row may tell what the row is about. */
const LINKS = 4;

/** Builders give themselves from call to call: a row of calls is also known by its start and its end alone. */
function shortened(callee: string): string[] {
  const last = callee.lastIndexOf('().');
  const names: string[] = [];
  for (let at = callee.indexOf('().'); at >= 0 && at < last; at = callee.indexOf('().', at + 1)) {
    names.push(callee.slice(0, at) + callee.slice(last));
    if (names.length === LINKS) break;
  }
  return names;
}

/** What a bare name may stand for where whole namespaces are imported: `Log` under `using Serilog;`. */
function wildcardNames(callee: string, file: Draft): string[] {
  if (callee.startsWith('?') || callee.startsWith('.')) return [];
  const bindings = file.skim.imports.flatMap((one) => one.bindings);
  const mark = callee.startsWith('@') ? '@' : '';
  return bindings
    .filter(({ local }) => local === '*')
    .map(({ qualified }) => `${mark}${qualified}.${callee.slice(mark.length)}`);
}

/** Nobody knows what the base of this callee is: no binding, or a module of the app itself. */
function isUnknown(callee: string, file: Draft, app: App): boolean {
  if (callee.startsWith('?') || callee.startsWith('.')) return true;
  return file.language.family === 'python' && app.tree.pythonModules.has(baseOf(callee));
}

function checkAll(
  rules: readonly Rule[],
  file: Draft,
  app: App,
  check: (rule: Rule) => Breach | undefined,
): [Rule, Breach][] {
  const found: [Rule, Breach][] = [];
  for (const rule of rules) {
    const breach = applies(rule, file.view, app) ? check(rule) : undefined;
    if (breach) found.push([rule, breach]);
  }
  return found;
}
