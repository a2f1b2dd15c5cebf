import type { App, EnvSource } from '../../../app';
import { classifyEnvFile, type EnvFileKind } from '../../../env/cascade';
import type { EnvEntry } from '../../../env/env-file';
import { classOfPath } from '../../../file-class';
import type { Breach } from '../../../rule';

const OTHER_CONTENT = /^(?:\s*[{<]|-----BEGIN|\$ANSIBLE_VAULT)|\0/;

/** An env file with its text. */
export interface EnvText {
  readonly path: string;
  readonly text: string;
  readonly source: EnvSource;
  readonly kind: EnvFileKind;
}

/** The env file at a path; undefined for any other, for fixtures of tests and for what is no env file but in name. */
export function envTextOf(path: string, app: App): EnvText | undefined {
  const kind = classifyEnvFile(path)?.kind;
  if (kind === undefined) return undefined;
  if (['test', 'vendored', 'generated'].includes(classOfPath(path))) return undefined;
  const source = app.env.find((one) => one.path === path);
  const text = app.tree.appFiles.get(path)?.text;
  if (!source || text === undefined || OTHER_CONTENT.test(text.slice(0, 1_000))) return undefined;
  return { path, text, source, kind };
}

/** Judges an env file as a whole. */
export function eachEnvFile(
  judge: (file: EnvText, app: App) => readonly Breach[],
): (path: string, app: App) => readonly Breach[] {
  return (path, app) => {
    const file = envTextOf(path, app);
    return file ? judge(file, app) : [];
  };
}

/** Judges the entries of an env file one after another. */
export function eachEntry(
  judge: (entry: EnvEntry, file: EnvText, app: App) => Breach | undefined,
): (path: string, app: App) => readonly Breach[] {
  return eachEnvFile((file, app) =>
    file.source.file.entries.flatMap((entry) => judge(entry, file, app) ?? []),
  );
}

/** The value as it is written, quotes included. For questions of form only: no part of it may be shown. */
export function writtenValue({ valueRange }: EnvEntry, { text }: EnvText): string {
  return text.slice(valueRange.start, valueRange.end);
}

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
