import type { Lock, LockFormat } from '../lockfile';
import formats from '../lockfiles/index.generated';

const BY_NAME: ReadonlyMap<string, LockFormat> = new Map(
  formats.flatMap((format) => format.names.map((name) => [name, format] as const)),
);

/** Where lockfiles lie. */
export const LOCK_FILES: RegExp = new RegExp(`(?:^|/)(?:${[...BY_NAME.keys()].map(escaped).join('|')})$`);

/** Lockfiles are read for what they pin and then forgotten: they are long. */
export function isLockfile(path: string): boolean {
  return BY_NAME.has(baseName(path));
}

export function lockFormatOf(path: string): LockFormat | undefined {
  return BY_NAME.get(baseName(path));
}

export function readLock(path: string, text: string): Lock | undefined {
  const format = lockFormatOf(path);
  return format && { path, ecosystem: format.ecosystem, manager: format.manager, ...format.read(text) };
}

function escaped(name: string): string {
  return name.replaceAll('.', '\\.');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
