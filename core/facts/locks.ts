import type { Lock, LockFormat } from '../lockfile';
import formats from '../lockfiles/index.generated';
import { folderOf } from '../manifests/shared/paths';

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

/** The lockfiles of an app's folder and of those above it, nearest first, then those below it that are no other app's. */
export function locksAlong(
  locks: readonly Lock[],
  folders: readonly string[],
  rootOf: (path: string) => string,
): Lock[] {
  const sorted = locks.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const beside = folders.flatMap((folder) => sorted.filter(({ path }) => folderOf(path) === folder));
  const below = sorted.filter((one) => !beside.includes(one) && rootOf(one.path) === folders[0]);
  return [...beside, ...below];
}
