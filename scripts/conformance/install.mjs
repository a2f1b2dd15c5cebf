// Brings the runners that a machine can be given without asking: honcho into an environment of its own, foreman by apt.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, canInstall } from '../shared/apt.mjs';
import { exec, which } from '../shared/exec.mjs';
import { cache } from '../shared/paths.mjs';

const patience = { timeout: 120_000 };

/** Installs what is missing. What cannot be had is said and left out: its recorded answers are tested all the same. */
export async function installRunners() {
  await attempt('honcho', installHoncho);
  if (!which('foreman')) await attempt('foreman', installForeman);
}

async function installHoncho() {
  const folder = join(cache, 'honcho');
  if (existsSync(join(folder, 'bin', 'honcho'))) return true;
  const python = which('python3');
  if (!python || (await exec(python, ['-m', 'venv', folder], patience)).code !== 0) return false;
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'honcho==2.0.0'];
  return (await exec(join(folder, 'bin', 'python'), pip, patience)).code === 0;
}

async function installForeman() {
  if (!canInstall()) return false;
  await aptInstall('ruby-foreman', patience);
  return true;
}

async function attempt(name, work) {
  const done = await work().catch(() => false);
  if (!done) console.log(`${name} cannot be installed here.`);
}
