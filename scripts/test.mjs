// npm test: everything, on a machine that has nothing but Node. The last line is "N passed, N failed".
import { ensureDependencies, ensureExample } from './shared/dependencies.mjs';
import { exec, must } from './shared/exec.mjs';
import { failuresIn } from './shared/failures.mjs';
import { root } from './shared/paths.mjs';
import { Steps } from './shared/steps.mjs';

const rooms = ['core', 'host', 'formation', 'server', 'cli', 'client', 'test'];
const inRoot = { cwd: root, show: true };
// A suite that hangs fails after a quarter of an hour.
const timeout = 900_000;
const node = (...args) => must(process.execPath, args, inRoot);

/** Runs a suite whose last line is "name: N passed, M failed". */
async function suite(...args) {
  const { code, output } = await exec(process.execPath, args, { ...inRoot, timeout });
  const [, passed, failed] = /: (\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  if (passed === undefined) throw new Error(`${args.join(' ')} ended with code ${code} and no result.`);
  const counts = { passed: Number(passed), failed: Number(failed), titles: failuresIn(output) };
  // A suite that fails without a failing test has run none.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function packages() {
  await ensureDependencies();
  await ensureExample();
}

async function checks(steps) {
  await steps.run('Lint and format', () =>
    node('node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off'),
  );
  for (const room of rooms) {
    await steps.run(`Types of ${room}`, () => node('node_modules/typescript/bin/tsc', '-p', room));
  }
  await steps.run('Generated files are fresh', () => node('scripts/generate.mjs', '--check'));
}

async function packageIt() {
  const { packageExtension } = await import('./editor/vsix.mjs');
  return packageExtension({ show: true });
}

async function main() {
  const steps = new Steps();
  if (await steps.run('Packages', packages)) {
    await checks(steps);
    const vsix = await steps.make('Build and package', packageIt);
    await steps.run('Unit tests', () => suite('scripts/unit.mjs'));
    await steps.run('Procfiles as runners read them', () =>
      suite('scripts/conformance.mjs', '--check', '--install'),
    );
    if (vsix) {
      await steps.run('Tests inside the editor', () => suite('scripts/suite.mjs', '--vsix', vsix));
      await steps.run('Tests of what a user does', () => suite('scripts/ui.mjs', '--vsix', vsix));
    }
  }
  return steps.summarize();
}

process.exitCode = (await main()) ? 0 : 1;
