import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes what processes that were killed have left in `folder`: the entries that match `pattern`, whose first
 * group is the process id, when that process has ended.
 */
export function removeAbandoned(folder, pattern) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder)) {
    const pid = pattern.exec(entry)?.[1];
    if (pid && !isAlive(Number(pid))) removeOurs(join(folder, entry));
  }
}

function removeOurs(path) {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    // Another user's is theirs to clear away.
    if (!['EACCES', 'EPERM'].includes(error.code)) throw error;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
