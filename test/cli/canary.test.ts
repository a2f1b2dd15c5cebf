import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASELINE_FILE } from '../../core/lint/baseline-file';
import { type Canaries, canaries } from '../harness/canaries';
import { reportOn, twelveFactor, twelveFactorGiven, twelveFactorInColour } from '../harness/command-line';
import { inTempFolder } from '../harness/temp-folder';

/** Files whose canary is told by a rule for that file alone. */
const OWN_RULES = /^(?:procfile\/inline-secret|build\/config-baked-in|config\/[\w-]+)$/;

function shown(text: string, { values }: Canaries): string[] {
  return [...values].flatMap(([path, list]) => list.filter((value) => text.includes(value)).map(() => path));
}

describe('credentials in an app', () => {
  const planted = canaries();

  it('are found in every language and every format', () =>
    inTempFolder(planted.files, async (root) => {
      const { findings } = await reportOn(root);
      const told = new Set(findings.filter(({ rule }) => OWN_RULES.test(rule)).map(({ path }) => path));
      assert.deepEqual(
        [...planted.values.keys()].filter((path) => !told.has(path)),
        [],
      );
    }));

  it('are in no report, no baseline and no table', () =>
    inTempFolder(planted.files, async (root) => {
      const ran = [
        await twelveFactorInColour('check', root),
        await twelveFactor('check', root, '--format', 'text'),
        await twelveFactor('check', root, '--format', 'json'),
        await twelveFactor('check', root, '--format', 'sarif'),
        await twelveFactor('check', root, '--baseline'),
        await twelveFactor('check', root, '--no-baseline', '--format', 'sarif'),
        await twelveFactor('parity', root, '--env'),
        await twelveFactor('parity', root, '--env', '--format', 'json'),
      ];
      for (const { out, err } of ran) assert.deepEqual(shown(out + err, planted), []);
      assert.deepEqual(shown(readFileSync(join(root, BASELINE_FILE), 'utf8'), planted), []);
      assert.ok(ran.every(({ out }) => out !== ''));
    }));

  it('are not in what explains them', async () => {
    for (const value of [...planted.values.values()].flat()) {
      const { out, err } = await twelveFactorGiven(value, 'explain', '--value', '--name', 'DB_PASSWORD');
      assert.match(out, /is taken for a credential/);
      assert.deepEqual(shown(out + err, planted), []);
    }
  });
});
