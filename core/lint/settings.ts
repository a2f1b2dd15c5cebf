import type { Rule, Severity } from '../rule';

/** How the user wants rules to speak: a severity or `off` by rule id, or by `group/*`. */
export interface LintSettings {
  readonly rules: Readonly<Record<string, Severity | 'off' | 'default'>>;
  /** Also gives what a comment silences, marked as such. */
  readonly withSuppressed?: boolean;
}

export const defaultSettings: LintSettings = { rules: {} };

const LEVELS: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off', 'default']);

/** The severity a finding gets, or undefined where the rule is off. */
export function severityOf(
  { id, off }: Pick<Rule, 'id' | 'off'>,
  own: Severity,
  settings: LintSettings,
): Severity | undefined {
  const group = `${id.slice(0, id.indexOf('/'))}/*`;
  const wanted = settings.rules[id] ?? (off ? undefined : settings.rules[group]) ?? 'default';
  if (wanted === 'off' || (off && wanted === 'default')) return undefined;
  return wanted === 'default' ? own : wanted;
}

/** Settings from any JSON value; what does not fit is left out. */
export function readSettings(value: unknown): LintSettings {
  const rules: Record<string, Severity | 'off' | 'default'> = Object.create(null);
  const given = typeof value === 'object' && value !== null && 'rules' in value ? value.rules : undefined;
  if (typeof given !== 'object' || given === null) return { rules };
  for (const [id, level] of Object.entries(given)) {
    if (LEVELS.has(level)) rules[id] = level as Severity | 'off' | 'default';
  }
  return { rules };
}
