import type { App } from '../app';
import type { Breach, FileView, Finding, Rule } from '../rule';
import { LineIndex } from '../text';
import { isAllowed } from './foreign-marks';
import { eachOnce, placesOf } from './related';
import { type LintSettings, severityOf } from './settings';
import { readSuppressions, suppressionFor } from './suppress';

/** Turns breaches into findings: severity, message, suppressions, one finding a range and order of place. */
export function report(
  found: readonly (readonly [Rule, Breach])[],
  path: string,
  text: string,
  view: Pick<FileView, 'class'>,
  app: App,
  settings: LintSettings,
): Finding[] {
  if (found.length === 0) return [];
  const suppressions = readSuppressions(text);
  const lines = new LineIndex(text);
  const spokenOf = (rule: Rule, { range }: Breach) =>
    suppressionFor(suppressions, rule.id, lines.positionAt(range.start).line);
  const heard = found.filter(([rule, breach]) => !spokenOf(rule, breach)?.reason);
  const findings: Finding[] = [];
  const taken = new Set<string>();
  const add = (rule: Rule, breach: Breach): void => {
    if (rule.secret && isAllowed(text, lines, lines.positionAt(breach.range.start).line)) return;
    const severity = severityOf(
      rule,
      breach.severity ?? rule.severityIn?.[view.class] ?? rule.severity,
      settings,
    );
    const place = `${breach.range.start}-${breach.range.end}`;
    const suppression = spokenOf(rule, breach);
    if (!severity || taken.has(place)) return;
    taken.add(place);
    const unexplained =
      suppression && suppression.reason === undefined
        ? ' The ignore comment has no effect until it gives a reason after “--”.'
        : '';
    const finding: Finding = {
      rule: rule.id,
      path,
      range: breach.range,
      severity,
      message: fill(rule.message, breach.words ?? {}) + unexplained,
      fixable: breach.literal !== undefined,
      breach,
      ...(breach.related ? { related: placesOf(breach.related, path, lines, app) } : {}),
      ...(suppression?.reason === undefined ? {} : { suppressed: suppression.reason }),
    };
    const mends = breach.repair !== undefined && (rule.fix?.(finding, text, app) ?? []).length > 0;
    findings.push(mends ? { ...finding, fixable: true } : finding);
  };
  for (const [rule, breach] of eachOnce(heard, path)) add(rule, breach);
  if (settings.withSuppressed)
    for (const [rule, breach] of found) if (spokenOf(rule, breach)?.reason) add(rule, breach);
  return findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function fill(message: string, words: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '');
}
