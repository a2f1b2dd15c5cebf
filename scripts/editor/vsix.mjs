import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../shared/exec.mjs';
import { cache, root } from '../shared/paths.mjs';

const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');

/** Builds the bundles into dist/, for development. */
export async function build() {
  await must(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root });
}

/** Builds and packages the extension as users get it; resolves to the path of the .vsix. `show` prints what is in it. */
export async function packageExtension({ show = false } = {}) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(cache, { recursive: true });
  const path = join(cache, `${name}-${version}.vsix`);
  // Runs side by side must not read a half-written package.
  const draft = join(cache, `${name}-${version}-${process.pid}.vsix`);
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await must(process.execPath, [vsce, 'package', ...options, '--out', draft], { cwd: root, show });
  renameSync(draft, path);
  return path;
}
