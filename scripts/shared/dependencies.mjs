import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './exec.mjs';
import { root } from './paths.mjs';

/** The app that `npm start` opens and the editor tests copy. */
export const example = join(root, 'examples', 'storefront');

/** Installs the project's packages when they are missing or older than package-lock.json. */
export function ensureDependencies() {
  return ensurePackages(root);
}

/** The same for the example app, so that its formation runs. */
export function ensureExample() {
  return ensurePackages(example);
}

async function ensurePackages(cwd) {
  const lock = join(cwd, 'package-lock.json');
  const installed = join(cwd, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing packages from npm…');
  // Not `ci`: it empties node_modules first and stops where the registry lacks another platform's package.
  await npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { cwd });
}
