import { isAppFile } from './facts/app-files';
import { isLockfile } from './facts/locks';

/** The most that is read of a file that shapes an app, in bytes. */
export const MOST_BYTES = 1024 * 1024;
/** The most that is read of any other file, in bytes; what is larger was hardly written by hand. */
export const MOST_CODE_BYTES = 512 * 1024;

/** The most that is read of a lockfile, in bytes; tools write them, and long ones. */
export const MOST_LOCK_BYTES = 16 * 1024 * 1024;

/** The most that is read and judged of a file, in bytes; the same in all hosts. */
export function mostBytes(path: string): number {
  if (isLockfile(path)) return MOST_LOCK_BYTES;
  return isAppFile(path) ? MOST_BYTES : MOST_CODE_BYTES;
}
