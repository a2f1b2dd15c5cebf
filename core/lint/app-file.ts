import type { App } from '../app';
import { LONGEST_TEXT } from '../facts/values';
import { classIn } from '../file-class';
import type { Breach, Finding, Rule } from '../rule';
import { applies } from './applies';
import { movableIn } from './config-entries';
import { report } from './report';
import type { Ruleset } from './ruleset';
import { type LintSettings, severityOf } from './settings';

/** What is longer is a script, which keeps the rules' patterns fast on any file. */
const LONGEST_COMMAND = 4 * LONGEST_TEXT;

/**
 * The findings in a file that shapes the app: a Procfile, a manifest, a Dockerfile. `path` is relative to the workspace
 * folder. A rule may look at all files of the app, so that each is a step of its own.
 */
export function* lintAppFile(
  path: string,
  text: string,
  app: App,
  ruleset: Ruleset,
  settings: LintSettings,
): Generator<void, Finding[]> {
  const view = {
    path,
    class: classIn(app.root, path, text),
    family: undefined,
    imports: [],
  };
  const commands = app.commands.filter(
    (one) => one.path === path && one.command.text.length <= LONGEST_COMMAND,
  );
  const found: [Rule, Breach][] = [];
  for (const rule of ruleset.rules) {
    if (!applies(rule, view, app) || severityOf(rule, rule.severity, settings) === undefined) continue;
    for (const command of rule.commands ? commands : []) {
      for (const breach of rule.commands?.(command, app) ?? []) found.push([rule, breach]);
    }
    for (const breach of rule.appFiles?.(path, app) ?? []) found.push([rule, breach]);
    yield;
  }
  return report(movableIn(found, path, app), path, text, view, app, settings);
}
