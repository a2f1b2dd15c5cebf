import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isStandIn } from '../../../core/values/classify';
import { evidenceOf } from '../../../core/values/credential';
import { credentialKind } from '../../../core/values/credential-name';
import { entropy } from '../../../core/values/shape';

/** Made up here, in two pieces each, so that no scanner takes them for real. */
const password = `${'x9!kq7'}-shop`;
const key = `${'k8Zw31x'}Q0pLmV2r`;

describe('credentials', () => {
  it('are known by the last words of a name', () => {
    for (const name of ['password', 'dbPassword', 'DB_PASSWD', 'mail.pwd', 'dbPasswordProd', 'PASSWORD_2'])
      assert.equal(credentialKind(name), 'password', name);
    for (const name of [
      'secret',
      'API_KEY',
      'stripeSecretKey',
      'aws_secret_access_key',
      'accessToken',
      'SECRET_KEY_BASE',
    ])
      assert.equal(credentialKind(name), 'key', name);
  });

  it('are no names that only speak of them', () => {
    for (const name of [
      ...[
        'passwordField',
        'forgotPassword',
        'publicKey',
        'password_hash',
        'csrfToken',
        'secretary',
        'passwordless',
      ],
      ...['key', 'primaryKey', 'monkey', 'showPassword', 'Enter your password', ''],
    ])
      assert.equal(credentialKind(name), undefined, name);
  });

  it('look like no text, name or stand-in', () => {
    assert.ok(evidenceOf(password, 'password', 'dbPassword'));
    assert.ok(evidenceOf(key, 'key', 'apiKey'));
    for (const value of [
      ...['', 'abc', 'changeme', '<your key>', '$DB_PASSWORD', 'vault:a/b#c', '$2b$10$abcdefghijklmnop'],
      ...[
        '12345678',
        'aaaaaaaa',
        'two words',
        'Forgot your password?',
        'user.password',
        '/etc/passwd',
        'https://a.example/b',
      ],
      ...[
        '123e4567-e89b-12d3-a456-426614174000',
        'arn:aws:iam::1:role/a',
        'ENC(abc123)',
        `x${'9'.repeat(600)}`,
      ],
    ]) {
      assert.ok(!evidenceOf(value, 'password', 'dbPassword'), value);
      assert.ok(!evidenceOf(value, 'key', 'apiKey'), value);
    }
  });

  it('do not repeat the name that holds them', () => {
    assert.ok(!evidenceOf('db_password_1', 'password', 'dbPassword'));
    assert.ok(evidenceOf('db_passw0rd_1', 'password', 'dbPassword'));
  });

  it('are told from stand-ins', () => {
    for (const value of [
      '',
      ' ',
      'changeme',
      'CHANGE_ME',
      'your-api-key',
      'xxxxxxxx',
      'todo',
      '123456',
      '%PASSWORD%',
      '@PASSWORD@',
      'password',
    ])
      assert.ok(isStandIn(value), value);
    for (const value of [password, key]) assert.ok(!isStandIn(value), value);
  });

  it('of machines are mixed', () => {
    assert.equal(entropy(''), 0);
    assert.equal(entropy('aaaa'), 0);
    assert.equal(entropy('abab'), 1);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (text) => {
        assert.ok(entropy(text) >= 0 && entropy(text) <= Math.log2(text.length) + 1e-9);
      }),
    );
  });
});
