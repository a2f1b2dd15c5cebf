import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { which } from '../shared/exec.mjs';
import { out } from '../shared/paths.mjs';
import { startGuarded } from './guarded.mjs';
import { readResults } from './results.mjs';
import { makeRunFolder } from './server.mjs';

const launcher = fileURLToPath(new URL('desktop-launch.mjs', import.meta.url));
const limit = 360_000;

/** Why a desktop VS Code cannot be shown on this machine, or undefined. */
export function displayMissing() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY || which('xvfb-run')) return undefined;
  return 'There is no display. Install xvfb (Debian, Ubuntu: sudo apt-get install xvfb).';
}

/**
 * Runs the compiled suite in the desktop VS Code `version` (a number or "stable"), downloading it once, in the folder or
 * workspace file that `prepare(folder)` makes.
 * Resolves to the results of `results.mjs` and the `log`; stopped after six minutes.
 */
export async function runOnDesktop({ version, vsix, suite, prepare }) {
  const folder = makeRunFolder();
  // Outside the run's folder, which is gone when the editor has ended.
  const report = join(out, `desktop-${version}-${process.pid}.ndjson`);
  mkdirSync(out, { recursive: true });
  const workspace = await prepare(folder);
  const task = JSON.stringify({ version, vsix, folder, workspace, suite, report });
  const command = [process.execPath, launcher, task];
  const needsDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const [program, ...args] = needsDisplay ? ['xvfb-run', '-a', ...command] : command;
  const started = startGuarded(program, args, { folder });
  const timer = setTimeout(started.stop, limit);
  await started.ended;
  clearTimeout(timer);
  const results = { ...readResults(report), log: started.log() };
  rmSync(report, { force: true });
  return results;
}
