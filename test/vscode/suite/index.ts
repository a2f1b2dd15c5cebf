// The entry of the tests-only extension: the editor calls `run` inside its extension host.
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { takeBack } from '../../harness/editor/host';

export async function run(): Promise<void> {
  const report = process.env.TWELVE_FACTOR_RESULTS;
  if (!report) throw new Error('TWELVE_FACTOR_RESULTS must name the file for the results.');
  const write = (line: object) => appendFileSync(report, `${JSON.stringify(line)}\n`);
  write({ started: true });

  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, forbidOnly: true, forbidPending: true });
  mocha.rootHooks({ afterEach: takeBack });
  for (const file of compiledTests()) mocha.addFile(file);
  const failures = await runAll(mocha, write);
  write({ done: true });
  if (failures > 0) throw new Error(`${failures} failed`);
}

function compiledTests(): string[] {
  const names = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.test.js')).map((name) => join(__dirname, name));
}

function runAll(mocha: Mocha, write: (line: object) => void): Promise<number> {
  const report = (test: Mocha.Runnable, error?: Error) =>
    write({
      title: test.fullTitle(),
      ms: test.duration ?? 0,
      ...(error && { error: error.stack ?? String(error) }),
    });
  mocha.reporter(
    class extends Mocha.reporters.Base {
      constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
        super(runner, options);
        runner.on('pass', report);
        runner.on('fail', report);
      }
    },
  );
  return new Promise((resolve) => {
    mocha.run(resolve);
  });
}
