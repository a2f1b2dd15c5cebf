// Runs what the fix of disposability/no-sigterm-handler writes, for each language and framework whose tools are here.
// It installs packages from their registries, so it is no part of `npm test`. An argument keeps the samples it names.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outfile = join(root, 'out', 'graceful-stop.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['test/graceful-stop/main.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  loader: { '.md': 'text' },
  logLevel: 'warning',
});
try {
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(outfile, { force: true });
}
