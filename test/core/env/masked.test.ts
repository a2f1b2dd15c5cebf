import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskedRanges } from '../../../core/env/masked';
import { parseEnv } from '../../../core/env/parse';

/** The text with all that is masked as `*`. */
function masked(text: string): string {
  let out = '';
  let at = 0;
  for (const { start, end } of maskedRanges(text)) {
    out += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, '*');
    at = end;
  }
  return out + text.slice(at);
}

describe('maskedRanges', () => {
  it('covers values and leaves names', () => {
    assert.equal(masked('A=1\nexport B="x y" \n'), 'A=*\nexport B=***** \n');
    assert.equal(masked('EMPTY=\nC: yaml\n'), 'EMPTY=\nC: ****\n');
  });

  it('covers all lines of a value', () => {
    assert.equal(masked('KEY="a\nb==\nc"\nD=1\n'), 'KEY=**\n***\n**\nD=*\n');
  });

  it('covers what is commented out, and leaves words', () => {
    assert.equal(
      masked('# Take a number\n# OLD=value\n#export P=q\n'),
      '# Take a number\n# OLD=*****\n#export P=*\n',
    );
    assert.equal(masked(`# ${'k'.repeat(24)}\n`), `# ${'*'.repeat(24)}\n`);
    assert.equal(masked('# https://12factor.net/config\n'), '# https://12factor.net/config\n');
  });

  it('covers what follows a value, which may be a part of it', () => {
    assert.equal(
      masked('P=abc#def # note\n'),
      'P=**************\n'.replace('**************', '*'.repeat(14)),
    );
  });

  it('covers lines that are no entries', () => {
    assert.equal(masked('loose secret\nA=1\n'), '************\nA=*\n');
  });

  it('leaves no character of a value uncovered, in any text', () => {
    const piece = fc.constantFrom(
      'A',
      '=',
      '"',
      "'",
      '`',
      '#',
      '\n',
      '\r\n',
      ' ',
      'x',
      '\\',
      'export ',
      ':',
      '\u2028',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const ranges = maskedRanges(text);
        for (const { valueRange } of parseEnv(text).entries) {
          if (valueRange.start === valueRange.end) continue;
          assert.ok(ranges.some(({ start, end }) => start <= valueRange.start && valueRange.end <= end));
        }
        for (const [index, { start, end }] of ranges.entries()) {
          assert.ok(start < end && end <= text.length);
          assert.ok(index === 0 || (ranges[index - 1]?.end ?? 0) <= start);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
