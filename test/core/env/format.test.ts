import assert from 'node:assert/strict';
import dotenv from 'dotenv';
import fc from 'fast-check';
import { formatEnv } from '../../../core/env/format';
import { parseEnv } from '../../../core/env/parse';
import { applyEdits } from '../../../core/text';
import { ENV_CORPUS, ENV_PIECES } from '../../harness/env-corpus';

function format(text: string): string {
  return applyEdits(text, formatEnv(text));
}

function said(text: string): unknown {
  const { entries, problems } = parseEnv(text);
  return [
    entries.map(({ name, value, exported }) => [name, value.reveal(), exported]),
    problems.map(({ code }) => code),
  ];
}

const pieces = fc
  .array(fc.constantFrom(...ENV_PIECES, ' = ', '= ', ' \n', '\t\n', 'KEY = "a b" ', "'c ' "), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''));

describe('formatEnv', () => {
  it('removes blanks around the sign and at the ends of lines, and ends the file with a line break', () => {
    const cases: [string, string][] = [
      ['A = 1', 'A=1\n'],
      ['A=1  \n# note \t\n\n  \nB\t=\t2', 'A=1\n# note\n\n\nB=2\n'],
      ['export A = "x y"  # why\r\nB= 2 \r\n', 'export A="x y"  # why\r\nB=2\r\n'],
      ["A = ' x '", "A=' x '\n"],
      ['A=', 'A=\n'],
      ['A= ', 'A=\n'],
      ['', ''],
      ['A=1\n', 'A=1\n'],
    ];
    for (const [before, after] of cases) assert.equal(format(before), after, JSON.stringify(before));
  });

  it('leaves alone what stands inside values, and what is no entry', () => {
    for (const text of [
      'A="one  \n  two = 2  \nthree"\n',
      'A=a = b\n',
      'A=x\\ \n',
      'A: 1\n',
      'A\n =1\n',
      '# A = 1\n',
      'no entry = here\n',
      'A=\n"next line"\n',
    ]) {
      assert.equal(format(text), text, JSON.stringify(text));
    }
  });

  it('changes nothing that dotenv reads, and nothing the second time', () => {
    const check = (text: string): void => {
      const once = format(text);
      assert.deepEqual(said(once), said(text));
      assert.deepEqual(dotenv.parse(once), dotenv.parse(text));
      assert.equal(format(once), once);
    };
    for (const text of ENV_CORPUS)
      for (const [all] of [[text], [`${text}  \n`], [`${text} \nZ = 1`]]) check(all ?? '');
    fc.assert(fc.property(fc.oneof(pieces, fc.string({ unit: 'binary' })), check), { numRuns: 1500 });
  });
});
