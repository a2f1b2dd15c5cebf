import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { exec, must, which } from '../shared/exec.mjs';
import { root } from '../shared/paths.mjs';

/**
 * Copies a fixture app into the folder of a run, as a git repository with one commit; returns its path.
 * What git ignores stays behind (a tried-out `.env`, logs), but for the installed packages.
 */
export async function copyWorkspace(fixture, folder) {
  const source = resolve(root, fixture);
  const target = join(folder, basename(source));
  mkdirSync(target, { recursive: true });
  for (const path of [...(await ownFiles(source)), 'node_modules']) {
    if (existsSync(join(source, path))) cpSync(join(source, path), join(target, path), { recursive: true });
  }
  if (which('git')) await commitAll(target);
  return target;
}

async function ownFiles(source) {
  if (!which('git')) return ['.'];
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { code, output } = await exec('git', list, { cwd: source });
  return code === 0 ? output.split('\0').filter(Boolean) : ['.'];
}

async function commitAll(cwd) {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  await must('git', ['init', '--quiet', '--initial-branch=main'], { cwd });
  await must('git', ['add', '--all'], { cwd });
  await must('git', [...who, 'commit', '--quiet', '--allow-empty', '--message=Start'], { cwd });
}
