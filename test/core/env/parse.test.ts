import assert from 'node:assert/strict';
import dotenv from 'dotenv';
import fc from 'fast-check';
import type { EnvFile } from '../../../core/env/env-file';
import { parseEnv } from '../../../core/env/parse';
import { ENV_CORPUS, ENV_PIECES } from '../../harness/env-corpus';

const envText = fc.array(fc.constantFrom(...ENV_PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));

function values(file: EnvFile): Map<string, string> {
  return new Map(file.entries.map((entry) => [entry.name, entry.value.reveal()]));
}

function agrees(text: string): void {
  const expected = Object.entries(dotenv.parse(text)).sort();
  assert.deepEqual([...values(parseEnv(text))].sort(), expected, JSON.stringify(text));
}

describe('parseEnv', () => {
  it('reads the values that dotenv reads, on a corpus', () => {
    for (const text of ENV_CORPUS) agrees(text);
  });

  it('reads the values that dotenv reads, on random text', () => {
    fc.assert(fc.property(envText, agrees), { numRuns: 20_000 });
  });

  it('gives each part its range', () => {
    const text = '\ufeffA=1\r\nexport B = "x\r\ny" # c\r\n# d\r\nC=\r\nD: e ';
    const file = parseEnv(text);
    const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    assert.deepEqual(
      file.entries.map((entry) => [cut(entry.nameRange), cut(entry.valueRange), cut(entry.range)]),
      [
        ['A', '1', 'A=1'],
        ['B', '"x\r\ny"', 'export B = "x\r\ny"'],
        ['C', '', 'C='],
        ['D', 'e', 'D: e'],
      ],
    );
    assert.deepEqual(file.comments.map(cut), ['# c', '# d']);
    assert.deepEqual(
      file.entries.map((entry) => [entry.quote, entry.exported]),
      [
        [undefined, false],
        ['"', true],
        [undefined, false],
        [undefined, false],
      ],
    );
  });

  it('keeps every part inside the text and in order, on random text', () => {
    fc.assert(
      fc.property(envText, (text) => {
        const { entries, comments, problems } = parseEnv(text);
        for (const { range, nameRange, valueRange, name } of entries) {
          assert.equal(text.slice(nameRange.start, nameRange.end), name);
          assert.ok(range.start <= nameRange.start && nameRange.end <= valueRange.start);
          assert.ok(
            valueRange.start <= valueRange.end && valueRange.end === range.end && range.end <= text.length,
          );
        }
        const lines = [
          ...entries.map((entry) => entry.range),
          ...comments,
          ...problems.map((each) => each.range),
        ];
        for (const range of lines) assert.ok(range.start <= range.end && range.end <= text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reports lines that are ignored, without their text', () => {
    const text = 'garbage line\nK=v\nB@D=secretvalue\n\n# c\nK=w\nexport X\n';
    const problems = parseEnv(text).problems;
    assert.deepEqual(
      problems.map(({ code, range }) => [code, text.slice(range.start, range.end)]),
      [
        ['malformed', 'garbage line'],
        ['malformed', 'B@D=secretvalue'],
        ['malformed', 'export X'],
        ['duplicate', 'K'],
      ],
    );
    for (const { message } of problems)
      assert.ok(!message.includes('secretvalue') && !message.includes('garbage'));
    assert.match(problems[0]?.message ?? '', /NAME=value/);
    assert.match(problems[1]?.message ?? '', /letters, digits/);
  });

  it('is linear where backtracking would not be', () => {
    const hostile = [
      'K=\n'.repeat(50_000),
      "K='\\'".repeat(50_000),
      `K="${'\\"'.repeat(50_000)}x`,
      ' '.repeat(200_000),
    ];
    for (const text of hostile) assert.ok(parseEnv(text).entries.length <= 50_000);
  });
});
