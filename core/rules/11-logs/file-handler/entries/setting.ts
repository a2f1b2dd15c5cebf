import type { App } from '../../../../app';
import type { ConfigEntry } from '../../../../formats/entry';
import type { EntryCheck, Severity } from '../../../../rule';
import { isStreamName } from '../../shared/log-file';

export interface Setting {
  readonly files: RegExp;
  readonly at: RegExp;
  readonly value: RegExp;
  /** Who writes the log; the value itself without it. */
  readonly api?: string;
  readonly severity?: Severity;
  /** The value is a path, and a stream is no breach. */
  readonly path?: boolean;
  readonly repair?: Readonly<Record<string, string>>;
  /** The first major version of a package that no longer knows the setting; silent where a lockfile pins such a one. */
  readonly until?: { readonly package: string; readonly major: number };
}

const DEVELOPMENT = /[.@_/-](?:dev|development|local|test)\b/i;

export function check({ files, at, value, api, severity, path, repair, until }: Setting): EntryCheck {
  return {
    files,
    at,
    breach(entry, file, app) {
      if (until && isPast(until, app)) return undefined;
      if (entry.kind !== 'value' || !value.test(entry.value) || (path && isNoFile(entry))) return undefined;
      const soft = DEVELOPMENT.test(file.path) ? 'information' : severity;
      return {
        range: entry.range,
        words: { api: api ?? entry.value.replace(/,.*$/s, '').trim() },
        ...(soft ? { severity: soft } : {}),
        ...(repair ? { repair: { ...repair, ...wholeOf(entry) } } : {}),
      };
    },
  };
}

function isPast({ package: name, major }: NonNullable<Setting['until']>, { locks }: App): boolean {
  const versions = locks.flatMap(({ versions: pinned }) => pinned.get(name) ?? []);
  return versions.length > 0 && versions.every((version) => Number.parseInt(version, 10) >= major);
}

function isNoFile({ value }: ConfigEntry): boolean {
  // nginx names the level or the format behind the stream.
  return (
    isStreamName(value.split(' ', 1)[0] ?? '') || /^(?:$|off$|false$|none$|auto$|~$|null$|\|)/i.test(value)
  );
}

function wholeOf({ whole }: ConfigEntry): Record<string, number> {
  return { start: whole.start, end: whole.end };
}

export const ANY = /\S/;
