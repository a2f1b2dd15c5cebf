import type { Baseline } from '../core/lint/baseline';
import { type LintSettings, readSettings } from '../core/lint/settings';

/** Which files speak in the list of problems: those that shape the app and the open ones, or all. */
export type Scope = 'openFiles' | 'workspace';

/** What the user has set for one folder. */
export interface Settings {
  readonly lint: LintSettings;
  readonly scope: Scope;
  /** Whether process types have commands above them. */
  readonly codeLens: boolean;
  /** Whether the packages of manifests tell above them how many files import them. */
  readonly importLens: boolean;
  readonly formation: FormationSettings;
  /** Whether what the folder's baseline records stays silent. */
  readonly usesBaseline: boolean;
  /** What the folder's baseline records, where it has one that is used. */
  readonly baseline?: Baseline;
}

/** The user's settings for running processes, as far as the server speaks of them. */
export interface FormationSettings {
  /** The Procfile to run, relative to its app's folder. */
  readonly procfile: string;
  readonly basePort: number | undefined;
}

/** Settings from the section `twelveFactor` as a client gives it; what does not fit counts as not set. */
export function settingsFrom(section: unknown): Settings {
  const procfile = nested(section, 'formation', 'procfile');
  const basePort = nested(section, 'formation', 'basePort');
  return {
    lint: readSettings(section),
    scope: nested(section, 'diagnostics', 'scope') === 'workspace' ? 'workspace' : 'openFiles',
    codeLens: nested(section, 'codeLens', 'enabled') !== false,
    usesBaseline: nested(section, 'baseline', 'enabled') !== false,
    importLens: nested(section, 'codeLens', 'imports') === true,
    formation: {
      procfile: typeof procfile === 'string' && procfile !== '' ? procfile : 'Procfile',
      basePort: typeof basePort === 'number' ? basePort : undefined,
    },
  };
}

function nested(section: unknown, group: string, key: string): unknown {
  return member(member(section, group), key) ?? member(section, `${group}.${key}`);
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
