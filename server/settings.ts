import { type LintSettings, readSettings } from '../core/lint/settings';

/** Which files speak in the list of problems: those that shape the app and the open ones, or all. */
export type Scope = 'openFiles' | 'workspace';

/** What the user has set for one folder. */
export interface Settings {
  readonly lint: LintSettings;
  readonly scope: Scope;
}

/** Settings from the section `twelveFactor` as a client gives it; what does not fit counts as not set. */
export function settingsFrom(section: unknown): Settings {
  return { lint: readSettings(section), scope: scopeOf(section) };
}

function scopeOf(section: unknown): Scope {
  const diagnostics = member(section, 'diagnostics');
  const scope = member(diagnostics, 'scope') ?? member(section, 'diagnostics.scope');
  return scope === 'workspace' ? 'workspace' : 'openFiles';
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
