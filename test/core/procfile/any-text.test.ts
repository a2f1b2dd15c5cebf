import assert from 'node:assert/strict';
import { formatProcfile } from '../../../core/procfile/format';
import { parseProcfile } from '../../../core/procfile/parse';
import { targetsOf } from '../../../core/procfile/targets';
import { linesOfProcfile } from '../../../core/rules/13-procfile/shared/lines';
import { placeAt } from '../../../core/suggest/place';
import { applyEdits } from '../../../core/text';

const TEXTS = 200_000;
const BATCH = 20_000;
const PARTS = [
  ...[
    'web',
    'worker',
    'release',
    'ps:scale',
    'a-b_9',
    'é',
    '🙂',
    '\ud800',
    'PORT',
    'node x.js',
    'npm run a',
    'cd b',
  ],
  ...[
    ':',
    ': ',
    ' : ',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '\f',
    '\u00a0',
    '\ufeff',
    '\0',
    '\u2028',
    '#',
    '//',
    '<!--',
    '-->',
  ],
  ...['"', "'", '`', '\\', '\\\n', '$', '${', '}', '$PORT', '$(', '$((', '(', ')', '{', '[', ']'],
  ...[
    '&',
    '&&',
    '||',
    '|',
    '|&',
    ';',
    ';;',
    '>',
    '>>',
    '2>&1',
    '<',
    '<<E',
    '<<<',
    '=',
    'A=1',
    '-',
    '--x=',
    '|\n  ',
  ],
];

/** A generator of numbers below `limit`, the same for the same seed. */
function numbers(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function textOf(next: (limit: number) => number): string {
  let text = '';
  for (let count = next(14); count > 0; count--)
    text += next(8) === 0 ? String.fromCharCode(next(0xffff)) : (PARTS[next(PARTS.length)] ?? '');
  return text;
}

/** Every reader of Procfiles, with what must hold of what it gives. */
function read(text: string, offset: number): void {
  const { processes, comments, problems } = parseProcfile(text);
  let last = 0;
  for (const { nameRange, command } of processes) {
    assert.ok(last <= nameRange.start && nameRange.end < command.range.start);
    assert.ok(command.range.start < command.range.end && command.range.end <= text.length);
    assert.equal(text.slice(command.range.start, command.range.end), command.text);
    last = command.range.end;
    targetsOf(command, '');
  }
  for (const { range } of problems) assert.ok(range.start < range.end && range.end <= text.length);
  for (const { start, end } of comments) assert.ok(text[start] === '#' && end <= text.length);
  for (const { range } of linesOfProcfile(text))
    assert.ok(range.start < range.end && range.end <= text.length);
  const names = parseProcfile(applyEdits(text, formatProcfile(text))).processes.map(({ name }) => name);
  assert.deepEqual(
    names,
    processes.map(({ name }) => name),
  );
  placeAt(text, Math.min(offset, text.length));
}

describe('any text as a Procfile', () => {
  for (let from = 0; from < TEXTS; from += BATCH) {
    it(`is read without a throw: ${from} to ${from + BATCH}`, () => {
      const seed = Date.now() + from;
      const next = numbers(seed);
      for (let count = 0; count < BATCH; count++) {
        const text = textOf(next);
        try {
          read(text, next(20));
        } catch (error) {
          throw new Error(`seed ${seed}: ${JSON.stringify(text)}`, { cause: error });
        }
      }
    });
  }
});
