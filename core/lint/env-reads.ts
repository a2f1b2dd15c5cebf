import type { App } from '../app';
import { readFact } from '../facts/env-read';
import type { EnvRead } from '../facts/fact';
import type { Scope } from '../facts/scope';
import type { Skim } from '../facts/skim';
import type { Language } from '../language';
import type { Breach, FileView, Rule } from '../rule';
import type { Ruleset } from './ruleset';

/** Whether a file reads a variable in a way that some rule may speak of. */
export function mayBreak(reads: readonly EnvRead[], view: FileView, app: App, ruleset: Ruleset): boolean {
  return reads.length > 0 && rulesFor(view, app, ruleset).some((rule) => isSuspect(rule, reads, view, app));
}

function isSuspect({ reads: check }: Rule, reads: readonly EnvRead[], view: FileView, app: App): boolean {
  return reads.some((read) => check?.suspects(read, view, app));
}

/** What the rules say of the reads of a file; of each variable the first. */
export function readBreaches(
  { skim, view, language }: { readonly skim: Skim; readonly view: FileView; readonly language: Language },
  scope: Scope,
  app: App,
  ruleset: Ruleset,
): [Rule, Breach][] {
  const facts = skim.envReads.flatMap((read) => readFact(read, scope, language) ?? []);
  const found: [Rule, Breach][] = [];
  for (const rule of rulesFor(view, app, ruleset)) {
    const told = new Set<string>();
    for (const fact of facts) {
      if (told.has(fact.name) || (fact.enclosure.inTest && rule.skip.includes('test'))) continue;
      if (!rule.reads?.suspects(fact, view, app)) continue;
      const breach = rule.reads.breach(fact, facts, view, app);
      if (!breach) continue;
      told.add(fact.name);
      found.push([rule, breach]);
    }
  }
  return found;
}

function rulesFor(view: FileView, app: App, { rules }: Ruleset): Rule[] {
  return rules.filter(
    (rule) => rule.reads && !rule.skip.includes(view.class) && !rule.skipApps?.includes(app.kind),
  );
}
