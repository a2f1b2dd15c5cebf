import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { out, root } from '../shared/paths.mjs';

/** Writes one case of every rule's page into a folder each, below `folder`; resolves to the workspace file of all. */
export async function makePageWorkspace(folder) {
  const compiled = join(out, `page-folder-${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ['test/harness/page-folder.ts'],
    outfile: compiled,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  try {
    const { writePageWorkspace } = await import(pathToFileURL(compiled).href);
    // A rule about files that everybody may read wants a way to them.
    chmodSync(folder, 0o711);
    return writePageWorkspace(join(folder, 'pages'));
  } finally {
    rmSync(compiled);
  }
}
