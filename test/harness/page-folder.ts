import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { productSamples } from './format-samples';
import { folderOf, type PageSample } from './page-samples';

/**
 * Writes the files of a sample. What its page lists as `.git/tracked` is put into the index of a real repository,
 * what it lists as `.git/exposed` is readable by everyone.
 */
export function writeSample(folder: string, { sample }: PageSample): void {
  const lists = new Map<string, string[]>();
  for (const { path, text } of sample.files) {
    if (path.startsWith('.git/')) {
      lists.set(path, text.trim().split('\n'));
      continue;
    }
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: path.startsWith('.env') ? 0o600 : 0o644 });
  }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
  if (lists.size > 0) git('init', '--quiet');
  for (const path of lists.get('.git/tracked') ?? []) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    // What a page only lists is there, and empty.
    writeFileSync(join(folder, path), '', { flag: 'a' });
    git('add', '--force', '--', path);
  }
  const exposed = lists.get('.git/exposed') ?? [];
  // A new folder of one's own lets nobody else in.
  if (exposed.length > 0) chmodSync(folder, 0o755);
  for (const path of exposed) chmodSync(join(folder, path), 0o644);
}

/** Writes every sample into a folder of its own, and a workspace of all of them; returns the workspace's path. */
export function writePageWorkspace(folder: string): string {
  const samples = productSamples();
  for (const sample of samples) {
    mkdirSync(join(folder, folderOf(sample)), { recursive: true });
    writeSample(join(folder, folderOf(sample)), sample);
  }
  const path = join(folder, 'pages.code-workspace');
  writeFileSync(path, JSON.stringify({ folders: samples.map((one) => ({ path: folderOf(one) })) }));
  return path;
}
