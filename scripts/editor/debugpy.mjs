import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, canInstall } from '../shared/apt.mjs';
import { must, which } from '../shared/exec.mjs';
import { cache } from '../shared/paths.mjs';

/**
 * The path of a Python that has debugpy, made once in the folder for caches; and gdb, by which debugpy gets into a
 * process that runs already.
 * @throws where Python, its packages or gdb cannot be had, saying which
 */
export async function pythonWithDebugpy() {
  if (!which('gdb')) {
    if (!canInstall()) throw new Error('Install gdb (Debian, Ubuntu: sudo apt-get install gdb).');
    await aptInstall('gdb');
  }
  const folder = join(cache, 'debugpy');
  const python = join(folder, 'bin', 'python');
  const done = join(folder, 'installed');
  if (existsSync(done)) return python;
  mkdirSync(cache, { recursive: true });
  await must('python3', ['-m', 'venv', folder]);
  await must(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'debugpy==1.8.22']);
  writeFileSync(done, '');
  return python;
}
