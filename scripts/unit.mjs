// Runs the unit tests in one process. An argument keeps only the test files whose path contains it.
import { readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { build } from 'esbuild';
import Mocha from 'mocha';
import { failuresOf, printFailures } from './shared/failures.mjs';

// The optimising compiler takes a second for the shell grammar alone, and the exit waits for it.
setFlagsFromString('--liftoff-only');

const root = fileURLToPath(new URL('..', import.meta.url));
const filter = process.argv[2] ?? '';
const out = join(root, 'out', filter ? `unit-${process.pid}` : 'unit');

const tests = readdirSync(join(root, 'test'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !relative(root, path).startsWith(join('test', 'vscode')))
  .filter((path) => relative(root, path).includes(filter));

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: tests,
  outdir: out,
  outbase: join(root, 'test'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  loader: { '.md': 'text' },
  metafile: true,
  logLevel: 'warning',
});
process.setSourceMapsEnabled(true);

const mocha = new Mocha({
  ui: 'bdd',
  reporter: process.env.CI ? 'dot' : 'spec',
  timeout: 30_000,
  forbidOnly: true,
  forbidPending: true,
});
for (const [path, output] of Object.entries(metafile.outputs)) {
  if (output.entryPoint?.endsWith('.test.ts')) mocha.addFile(pathToFileURL(join(root, path)).pathname);
}
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  let failed = failures;
  if (filter) rmSync(out, { recursive: true, force: true });
  process.on('exit', () => {
    const { passes } = runner.stats;
    printFailures(titles);
    console.log(`unit: ${passes} passed, ${failed} failed`);
    process.exitCode = failed > 0 || passes === 0 ? 1 : 0;
  });
  // A test that leaves something open would keep us here for ever.
  setTimeout(() => {
    console.log(`Still open after the last test: ${process.getActiveResourcesInfo().join(', ')}`);
    failed += 1;
    process.exit();
  }, 5000).unref();
});
const titles = failuresOf(runner);
