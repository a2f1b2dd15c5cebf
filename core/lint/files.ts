import type { App } from '../app';
import { classIn } from '../file-class';
import type { Breach, Finding, Rule } from '../rule';
import { applies } from './applies';
import { report } from './report';
import type { Ruleset } from './ruleset';
import type { LintSettings } from './settings';

/** Whether some rule judges this file as a whole, also where it is no text. */
export function hasFileRules(path: string, ruleset: Ruleset): boolean {
  return ruleset.rules.some((rule) => rule.files?.files.some((files) => files.test(path)));
}

/** The findings about a file as a whole. `path` is relative to the workspace folder; the text of a binary file is empty. */
export function lintFile(
  path: string,
  text: string,
  app: App,
  ruleset: Ruleset,
  settings: LintSettings,
): Finding[] {
  const view = { path, class: classIn(app.root, path, text), family: undefined, imports: [] };
  const found: [Rule, Breach][] = [];
  // The first to speak of a place is heard.
  const rules = [...ruleset.rules].sort((a, b) => Number(!a.files?.instead) - Number(!b.files?.instead));
  for (const rule of rules) {
    if (!rule.files?.files.some((files) => files.test(path)) || !applies(rule, view, app)) continue;
    for (const breach of rule.files.breaches(text, view, app)) found.push([rule, breach]);
  }
  return report(found, path, text, view, app, settings);
}

/** Where a rule speaks of the whole file, those that it speaks for are not heard there. */
export function withoutCovered(findings: Finding[], ruleset: Ruleset): Finding[] {
  const told = new Set(findings.map(({ rule }) => rule));
  const covered = new Set(
    ruleset.rules.flatMap(({ id, files }) => (told.has(id) && files?.instead ? files.instead : [])),
  );
  return covered.size === 0 ? findings : findings.filter(({ rule }) => !covered.has(rule));
}
