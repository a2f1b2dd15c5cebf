import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** The environment variable all processes of one editor inherit, whatever session or parent they have. */
export const marker = 'TWELVE_FACTOR_EDITOR_RUN';

/**
 * Ends the editor server `pid` and all that came from it: first politely, then for good.
 * `run` is the value of the marker in their environment.
 */
export async function sweep(pid, run) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  const family = descendants(pid);
  signal([pid], 'SIGTERM');
  await waitUntil(() => remaining(family, run).length === 0, 1000);
  // A process may fork while it is being killed: two clean passes in a row end it.
  for (let clean = 0; clean < 2; ) {
    const left = remaining(family, run);
    clean = left.length === 0 ? clean + 1 : 0;
    signal(left, 'SIGKILL');
    await delay(20);
  }
}

function remaining(family, run) {
  return existsSync('/proc/self/environ') ? marked(run) : family.filter(isRunning);
}

function marked(run) {
  const needle = `${marker}=${run}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => readProc(name, 'environ').split('\0').includes(needle))
    .map(Number);
}

/** A file of /proc, or '' when the process has ended, is a zombie or is not ours. */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch (error) {
    return gone(error, '');
  }
}

function descendants(pid) {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = (stdout ?? '').trim().split('\n');
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const family = [pid];
  for (const parent of family) {
    family.push(...pairs.filter(([, ppid]) => ppid === parent).map(([child]) => child));
  }
  return family;
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return gone(error, false);
  }
}

function signal(pids, name) {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      gone(error, undefined);
    }
  }
}

function gone(error, value) {
  if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(error.code)) return value;
  throw error;
}

async function waitUntil(done, milliseconds) {
  const end = Date.now() + milliseconds;
  while (!done() && Date.now() < end) await delay(20);
}
