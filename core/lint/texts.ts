import type { App } from '../app';
import { stringAround } from '../facts/at-hit';
import type { Scope } from '../facts/scope';
import type { RuleSighting } from '../facts/sightings';
import { classIn } from '../file-class';
import type { Language } from '../language';
import type { Breach, FileView, Finding, Rule } from '../rule';
import { applies } from './applies';
import { movableIn } from './config-entries';
import { report } from './report';
import type { Ruleset } from './ruleset';
import type { LintSettings } from './settings';

/** Whether some rule looks through the text of this file, though nothing else is known of it. */
export function hasTextRules(path: string, ruleset: Ruleset): boolean {
  return ruleset.rules.some((rule) => rule.texts?.files?.test(path) === true);
}

/** The findings in the text of a file that is no code. `path` is relative to the workspace folder. */
export function lintTexts(
  path: string,
  text: string,
  app: App,
  ruleset: Ruleset,
  settings: LintSettings,
): Finding[] {
  const sightings = ruleset.texts.find(text);
  if (sightings.length === 0) return [];
  const view = { path, class: classIn(app.root, path, text), family: undefined, imports: [] };
  const found: [Rule, Breach][] = [];
  for (const { rule, sighting } of sightings) {
    if (!applies(rule, view, app)) continue;
    const breach = rule.texts?.breach(sighting, undefined, view, app);
    if (breach) found.push([rule, breach]);
  }
  return report(movableIn(found, path, app), path, text, view, app, settings);
}

/** What rules say of their sightings in code, each with the string or the comment that holds it. */
export function judgeSightings(
  sightings: readonly RuleSighting[],
  scope: Scope,
  language: Language,
  view: FileView,
  app: App,
): [Rule, Breach][] {
  const found: [Rule, Breach][] = [];
  for (const { rule, sighting } of sightings) {
    if (!applies(rule, view, app)) continue;
    const place = stringAround(sighting.range, scope, language);
    if (place.inTest && rule.skip.includes('test')) continue;
    const breach = rule.texts?.breach(sighting, place, view, app);
    if (breach) found.push([rule, breach]);
  }
  return found;
}
