import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The path of a Python that has debugpy, made once in the folder for caches. */
export function pythonWithDebugpy(): string {
  const folder = join(process.cwd(), 'node_modules', '.cache', 'twelve-factor', 'debugpy');
  const python = join(folder, 'bin', 'python');
  if (!existsSync(python)) execFileSync('python3', ['-m', 'venv', folder]);
  if (!existsSync(join(folder, 'installed'))) {
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'debugpy']);
    execFileSync('touch', [join(folder, 'installed')]);
  }
  return python;
}
