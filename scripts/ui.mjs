// Runs the tests that click through the editor as a user does.
// Usage: node scripts/ui.mjs [part of a test file's path] [--vsix PATH]
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { bundleUi } from './editor/suite-bundle.mjs';
import { packageExtension } from './editor/vsix.mjs';
import { failuresOf, printFailures } from './shared/failures.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { vsix: { type: 'string' } } });
process.env.TWELVE_FACTOR_VSIX = values.vsix ?? (await packageExtension());
process.setSourceMapsEnabled(true);

const { folder, files, hooks } = await bundleUi(positionals[0]);
const mocha = new Mocha({
  ui: 'bdd',
  reporter: 'spec',
  timeout: 120_000,
  forbidOnly: true,
  forbidPending: true,
});
mocha.rootHooks((await import(hooks.href)).mochaHooks);
for (const file of files) mocha.addFile(fileURLToPath(file));
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  const { passes } = runner.stats;
  rmSync(folder, { recursive: true, force: true });
  printFailures(titles);
  console.log(`ui: ${passes} passed, ${failures} failed`);
  process.exitCode = failures > 0 || passes === 0 ? 1 : 0;
});
const titles = failuresOf(runner);
