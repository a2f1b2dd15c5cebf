import type { App } from '../app';
import { LONGEST_TEXT } from '../facts/values';
import { classIn } from '../file-class';
import { isFilledFromEnv } from '../fix/config-forms';
import type { ConfigEntry } from '../formats/entry';
import { entryFormatOf } from '../formats/entry-format';
import type { Breach, EntryCheck, Finding, Rule } from '../rule';
import { applies } from './applies';
import { report } from './report';
import type { Ruleset } from './ruleset';
import type { LintSettings } from './settings';

/** Whether some rule looks at the entries of this configuration file. */
export function hasEntryRules(path: string, ruleset: Ruleset): boolean {
  return (
    entryFormatOf(path) !== undefined &&
    ruleset.rules.some((rule) => rule.entries?.some(({ files }) => files.test(path)))
  );
}

function isShort({ keys, value }: ConfigEntry): boolean {
  return value.length <= LONGEST_TEXT && keys.join('.').length <= LONGEST_TEXT;
}

function isAsked({ files, mention }: EntryCheck, path: string, text: string): boolean {
  return files.test(path) && (mention === undefined || mention.test(text));
}

/** The findings in a configuration file. `path` is relative to the workspace folder. */
export function lintEntries(
  path: string,
  text: string,
  app: App,
  ruleset: Ruleset,
  settings: LintSettings,
): Finding[] {
  const format = entryFormatOf(path);
  const view = { path, class: classIn(app.root, path, text), family: undefined, imports: [] };
  const rules = ruleset.rules.filter(
    (rule) => applies(rule, view, app) && rule.entries?.some((check) => isAsked(check, path, text)),
  );
  if (!format || rules.length === 0) return [];
  const found: [Rule, Breach][] = [];
  const all = format.entries(text).filter(isShort);
  const entries = all.map((entry) => ({ entry, at: entry.keys.join('.') }));
  for (const rule of rules) {
    for (const check of rule.entries ?? []) {
      if (!isAsked(check, path, text)) continue;
      for (const { entry, at } of entries) {
        const breach = check.at.test(at) ? check.breach(entry, view, app, all) : undefined;
        if (breach) found.push([rule, breach]);
      }
    }
  }
  return report(movableIn(found, path, app), path, text, view, app, settings);
}

/** Keeps the promise of "Move to env var": only where the file is filled from the environment. */
export function movableIn(
  found: readonly [Rule, Breach][],
  path: string,
  app: App,
): (readonly [Rule, Breach])[] {
  if (isFilledFromEnv(path, app)) return [...found];
  return found.map(([rule, { literal: _, ...rest }]) => [rule, rest] as const);
}
