import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { freePort, stopWhileBusy, withGracefulStop } from '../harness/graceful-stop';
import { inTempFolder } from '../harness/temp-folder';
import { filesOf, samples } from './programs';
import type { Sample } from './sample';
import { withService } from './services';

const filter = process.argv[2] ?? '';

function isThere(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs a sample after its fix: the open request is answered, and the process ends by itself. */
async function runSample(sample: Sample): Promise<string> {
  const missing = sample.needs.filter((program) => !isThere(program));
  if (missing.length > 0) return `left out, no ${missing.join(' and ')} here`;
  const text = await withGracefulStop(sample.files, sample.path);
  return inTempFolder(filesOf(sample, sample.path, text), async (cwd) => {
    for (const [command = '', ...args] of sample.prepare ?? [])
      execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    const [command = '', ...args] = sample.run;
    const port = sample.isWorker ? {} : { port: await freePort() };
    const { code, signal, body, output } = await withService(sample.service, (env) =>
      stopWhileBusy({ command, args, cwd, env, ...port }),
    );
    assert.deepEqual(
      { code: signal === 'SIGTERM' ? 143 : code, last: sample.isWorker ? output.at(-1) : body },
      { code: sample.code ?? 0, last: 'done' },
    );
    return 'finished what was open and ended';
  });
}

for (const sample of samples.filter(({ name }) => name.includes(filter))) {
  try {
    console.log(`${sample.name}: ${await runSample(sample)}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`${sample.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
