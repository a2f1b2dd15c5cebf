import assert from 'node:assert/strict';
import dotenv from 'dotenv';
import fc from 'fast-check';
import { setEntry } from '../../../core/env/edit';
import { Secret } from '../../../core/secret';
import { applyEdits } from '../../../core/text';
import { ENV_PIECES } from '../../harness/env-corpus';

function set(text: string, name: string, value: string | Secret): string | undefined {
  const edit = setEntry(text, name, value);
  return edit && applyEdits(text, [edit]);
}

const pieces = fc.array(fc.constantFrom(...ENV_PIECES), { maxLength: 12 }).map((parts) => parts.join(''));

describe('setEntry', () => {
  it('appends with the quotes that the value needs', () => {
    const cases: [string, string][] = [
      ['', 'K='],
      ['8080', 'K=8080'],
      ['postgres://u@h:5432/d', 'K=postgres://u@h:5432/d'],
      ['a b', "K='a b'"],
      ['a # b', "K='a # b'"],
      ['$HOME', "K='$HOME'"],
      ['{"a":"b"}', 'K=\'{"a":"b"}\''],
      ["it's", 'K="it\'s"'],
      ['l1\nl2', 'K="l1\\nl2"'],
      ['C:\\dir\\', 'K=C:\\dir\\'],
      ['it\'s "so"', 'K=it\'s "so"'],
      ['it\'s "so" # c', 'K=`it\'s "so" # c`'],
      ['a\\nb\nc', "K='a\\nb\nc'"],
    ];
    for (const [value, line] of cases) assert.equal(set('', 'K', value), `${line}\n`);
  });

  it('keeps the line ends and completes the last line', () => {
    assert.equal(set('A=1\n', 'B', '2'), 'A=1\nB=2\n');
    assert.equal(set('A=1\r\nC=3', 'B', '2'), 'A=1\r\nC=3\r\nB=2\r\n');
    assert.equal(set('# only a comment', 'B', '2'), '# only a comment\nB=2\n');
  });

  it('replaces the value of an entry that is there', () => {
    assert.equal(set('A=1\nB="x" # why\nC=3\n', 'B', 'new one'), "A=1\nB='new one' # why\nC=3\n");
    assert.equal(set('B=1\nB=2\n', 'B', '3'), 'B=1\nB=3\n');
    assert.equal(set('B=\nC=1\n', 'B', '3'), 'B=3\nC=1\n');
  });

  it('takes a secret', () => {
    assert.equal(set('', 'K', new Secret('v')), 'K=v\n');
  });

  it('refuses names and values that an env file cannot hold', () => {
    for (const name of ['', '1A', 'A-B', 'A B', 'A\nB', '__proto__'])
      assert.equal(set('', name, 'v'), undefined);
    assert.equal(set('', 'K', 'a\\nb\r'), undefined);
    assert.equal(set('', 'K', '\'"`#'), undefined);
    assert.equal(set('FOO:', 'K', 'v'), undefined);
  });

  it('is read back by dotenv exactly, with all other values as they were', () => {
    const check = (text: string, value: string): void => {
      const edited = set(text, 'KEY', value);
      if (edited === undefined) return;
      const { KEY: _, ...before } = dotenv.parse(text);
      const { KEY: read, ...after } = dotenv.parse(edited);
      assert.equal(read, value, JSON.stringify(edited));
      assert.deepEqual(after, before, JSON.stringify(edited));
    };
    fc.assert(fc.property(pieces, fc.oneof(pieces, fc.string()), check), { numRuns: 5_000 });
  });

  it('holds every one-line value that lacks one kind of quote', () => {
    const line = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n`\\]/g, ''));
    fc.assert(
      fc.property(line, (value) =>
        assert.ok(set('A=1\n', 'KEY', value) !== undefined, JSON.stringify(value)),
      ),
      { numRuns: 500 },
    );
  });
});
