import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agree, differInMajor, versionsOf } from '../../../core/parity/version';

describe('versions of runtimes and services', () => {
  it('agree where some version fits both', () => {
    const pairs: readonly [string, string][] = [
      ['20', '20.11.1'],
      ['>=18', '22'],
      ['^18 || >=20', 'lts/iron'],
      ['>=3.9,<3.13', '3.12'],
      ['~=3.11', '3.12'],
      ['~> 3.2.0', '3.2.9'],
      ['18.x', 'v18.1.0'],
      ['18 - 20', '19'],
      ['>=18 <21', '20'],
      ['==3.12.*', '3.12.4'],
      ['!=3.10', '3.9'],
      ['*', '1'],
      ['^8.1|^8.2', '8.3'],
      ['latest', '9'],
      ['$VERSION', '9'],
      ['', '9'],
    ];
    for (const [a, b] of pairs) {
      assert.ok(agree(a, b), `${a} and ${b}`);
      assert.ok(agree(b, a), `${b} and ${a}`);
    }
  });

  it('disagree where none does', () => {
    const pairs: readonly [string, string][] = [
      ['18', '20'],
      ['>=20', '18.4'],
      ['<18', '18'],
      ['<18.0.0', '18'],
      ['^16', '18'],
      ['~3.11', '3.12'],
      ['3.10', '3.1'],
      ['lts/hydrogen', '20'],
      ['>=3.9,<3.12', '3.12'],
    ];
    for (const [a, b] of pairs) {
      assert.ok(!agree(a, b), `${a} and ${b}`);
      assert.ok(!agree(b, a), `${b} and ${a}`);
    }
  });

  it('differ by their first number or not', () => {
    assert.ok(differInMajor('v18.1', '20'));
    assert.ok(!differInMajor('3.11', '3.12'));
  });

  it('are read from any text', () => {
    const check = (text: string): void => {
      for (const [from, to] of versionsOf(text) ?? []) assert.ok(from < to);
    };
    fc.assert(fc.property(fc.string(), check));
    fc.assert(fc.property(fc.stringMatching(/^[v~^<>=|.\d ,x*-]{0,20}$/), check));
    check('1'.repeat(100_000));
  });
});
