import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Holder } from '../../core/facts/fact';
import { envNameFor, isTakenName } from '../../core/fix/env-name';
import { wordsOf } from '../../core/names';

const held = (name: string, owner?: string): Holder => ({ name, kind: 'variable', owner });

describe('names', () => {
  it('are taken apart into words', () => {
    for (const [name, words] of [
      ['dbPassword', 'db password'],
      ['DB_PASSWORD', 'db password'],
      ['db-password', 'db password'],
      ['DBPassword', 'db password'],
      ['parseHTTPUrl2', 'parse http url2'],
      ['__dbPassword__', 'db password'],
      ['$s3Key', 's3 key'],
      ['', ''],
      ['___', ''],
    ] as const)
      assert.equal(wordsOf(name).join(' '), words, name);
  });

  it('of variables come from what holds a value', () => {
    for (const [holder, expected] of [
      [held('dbPassword'), 'DB_PASSWORD'],
      [held('password', 'mail'), 'MAIL_PASSWORD'],
      [held('password', 'config'), 'PASSWORD'],
      [held('password', 'self'), 'PASSWORD'],
      [held('apiKey', 'mail'), 'API_KEY'],
      [held('2fa'), 'FALLBACK'],
      [held('größe'), 'GR_E'],
      [held('日本'), 'FALLBACK'],
      [undefined, 'FALLBACK'],
    ] as const)
      assert.equal(envNameFor(holder, 'FALLBACK'), expected);
  });

  it('of the system are left to it', () => {
    for (const [name, expected] of [
      ['path', 'APP_PATH'],
      ['home', 'APP_HOME'],
      ['user', 'APP_USER'],
      ['pwd', 'APP_PWD'],
      ['nodeEnv', 'APP_NODE_ENV'],
    ] as const)
      assert.equal(envNameFor(held(name), 'FALLBACK'), expected);
    assert.ok(!isTakenName('DATABASE_URL'));
  });

  it('are names that every shell takes', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, owner) => {
        assert.match(envNameFor(held(name, owner), 'FALLBACK'), /^[A-Z_][A-Z0-9_]*$/);
      }),
    ));
});
