import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factorOf } from '../../core/factors';
import { reportOn } from '../harness/command-line';

const folder = join('examples', 'storefront');
const ROW = /^\| `([a-z-]+\/[a-z-]+)` \| `([^`]+)` \|/gm;

describe('the example app', () => {
  it('has the breaches that its page tells of, and no others', async () => {
    const page = readFileSync(join(folder, 'README.md'), 'utf8');
    const told = [...page.matchAll(ROW)].map(([, rule, path]) => `${rule} ${path}`);
    const { findings } = await reportOn(folder);
    assert.deepEqual(findings.map(({ rule, path }) => `${rule} ${path}`).sort(), told.sort());
  });

  it('has one for each of the twelve factors', async () => {
    const { findings } = await reportOn(folder);
    const factors = new Set<number>(findings.map(({ rule }) => factorOf(rule).number));
    assert.deepEqual(
      Array.from({ length: 12 }, (_, index) => index + 1).filter((number) => !factors.has(number)),
      [],
    );
  });
});
