import assert from 'node:assert/strict';
import { parse } from 'dotenv';
import fc from 'fast-check';
import { formatEnv, saysTheSame } from '../../../core/env/format';
import { maskedRanges } from '../../../core/env/masked';
import { parseEnv } from '../../../core/env/parse';
import { applyEdits } from '../../../core/text';

/** Each case is a batch, so that what it costs to make one is shared. */
const BATCH = 1_000;
const PARTS = 4;
const BATCHES = 50;

const PIECES = [
  ...[
    'A',
    'B1',
    'C_D',
    'export ',
    'EXPORT',
    '=',
    '==',
    ': ',
    ' = ',
    '"',
    "'",
    '`',
    '#',
    ' # ',
    '\\',
    '\\n',
    '\\"',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '\u2028',
    '\ufeff',
    '\u00a0',
    `\${A}`,
    '$B',
    'value',
    'two words',
    'é',
    '😀',
    '{"a":1}',
  ],
];

/** A text of pieces, from a seed: a batch of them costs less than one of the library's own texts. */
function textOf(seed: number): string {
  let state = seed >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: next(24) }, () => PIECES[next(PIECES.length)] ?? '').join('');
}

function valuesOf(text: string): Record<string, string> {
  return Object.fromEntries(parseEnv(text).entries.map(({ name, value }) => [name, value.reveal()]));
}

describe('200,000 env texts', () => {
  for (let part = 1; part <= PARTS; part++)
    it(`are read as dotenv does, formatted without a change of what they say, and masked (${part})`, check);
});

function check(): void {
  let texts = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      for (let at = 0; at < BATCH; at++) {
        const text = textOf(seed + at * 7_919);
        texts++;
        const values = valuesOf(text);
        // A prototype cannot be told from a name in what `dotenv` gives.
        if (!text.includes('__proto__')) assert.deepEqual(values, parse(text), JSON.stringify(text));
        const edits = formatEnv(text);
        const formatted = applyEdits(text, edits);
        if (edits.length === 0) assert.equal(formatted, text);
        else {
          assert.ok(saysTheSame(text, edits), JSON.stringify(text));
          assert.deepEqual(formatEnv(formatted), [], JSON.stringify(text));
        }
        for (const { start, end } of maskedRanges(text))
          assert.ok(0 <= start && start < end && end <= text.length);
      }
    }),
    { numRuns: BATCHES },
  );
  assert.equal(texts, BATCH * BATCHES);
}
