import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { isError } from '../node/errors';

const pauseMs = 25;

/** No one holds a lock for longer; one as old as this was left behind. */
const oldestMs = 30_000;

/** Runs `work` while no other program of this user runs work under the lock at `path`. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!take(path)) await delay(pauseMs);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (!isError(error, 'EEXIST')) throw error;
  }
  dropIfLeft(path);
  return false;
}

/** Two may find a lock left behind: who moves a fresh one away by mistake puts it back. */
function dropIfLeft(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    const found = readFileSync(path, 'utf8');
    if (!isLeft(path, found)) return;
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== found) linkSync(aside, path);
    rmSync(aside, { force: true });
  } catch (error) {
    if (!isError(error, 'ENOENT', 'EEXIST')) throw error;
  }
}

function isLeft(path: string, holder: string): boolean {
  if (Date.now() - statSync(path).mtimeMs > oldestMs) return true;
  return holder !== '' && !isAlive(Number(holder));
}

/** Whether a process has this id now. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isError(error, 'EPERM');
  }
}
