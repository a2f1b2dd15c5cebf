import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { classifyValue, isStandIn } from '../../../core/values/classify';
import { credentialEvidence } from '../../../core/values/credential';
import { credentialKind } from '../../../core/values/credential-name';
import { VALUE_CLASSES, type ValueClass } from '../../../core/values/value-class';

/** Digits and small letters that nobody knows by heart. */
const made = (length: number, seed = 'a'): string =>
  createHash('sha512').update(seed).digest('base64').replace(/[+/=]/g, '').slice(0, length);
const hex = (length: number): string => createHash('sha512').update('b').digest('hex').slice(0, length);
const armour = (what: string, body: string): string =>
  `-----BEGIN ${what}-----\n${body}\n-----END ${what}-----`;

const samples: Readonly<Partial<Record<ValueClass, readonly string[]>>> = {
  empty: ['', '  ', '\n'],
  placeholder: [
    'changeme',
    'CHANGE_ME',
    '<your token>',
    '[secret]',
    'your-api-key',
    'xxxxxxxx',
    '********',
    '...',
    'aaaaaaaa',
    'replace_me_please',
    'insert your key',
    'my-secret-key',
    'TODO',
    'dummy-key-1',
    'sample-token',
    'sk_test_xxxx',
    'fake',
    'this-is-an-example',
    'super-secret-1',
    'REDACTED',
  ],
  fake: [
    'password',
    'Password123',
    'P@ssw0rd',
    'admin',
    'postgres',
    'root',
    'guest',
    'test1234',
    'abc123',
    'qwerty',
    'hunter2',
    '12345678',
    'abcdef123456',
    '12341234',
    '0123456789abcdef0123456789abcdef',
    's3cr3t',
    'minioadmin',
  ],
  reference: [
    '$DB_PASSWORD',
    '$'.concat('{DB_PASSWORD:-}'),
    '%DB_PASSWORD%',
    '{{ password }}',
    "<%= ENV['X'] %>",
    '#{password}',
    'vault:secret/data/shop#client',
    'op://vault/item/field',
    'arn:aws:secretsmanager:eu-west-1:1:secret:x',
    'projects/1/secrets/shop/versions/2',
    '%env(DB_PASSWORD)%',
    '@Microsoft.KeyVault(SecretUri=x)',
    '$'.concat('{{ secrets.X }}'),
    'process.env.SECRET',
    'secrets.token',
    'prefix-$'.concat('{SUFFIX}'),
    ':password',
    '$(cat /run/secrets/x)',
    'a\uFFFCb',
  ],
  encrypted: [
    `ENC(${made(20)})`,
    `ENC[AES256_GCM,data:${made(12)}]`,
    `{cipher}${hex(64)}`,
    `encrypted:${made(40)}`,
  ],
  hash: [
    '$2b$10$abcdefghijklmnopqrstuv',
    `pbkdf2_sha256$260000$${made(12)}$${made(40)}`,
    `{SSHA}${made(30)}`,
    `sha512-${made(60)}`,
  ],
  public: [
    '123e4567-e89b-12d3-a456-426614174000',
    'ssh-ed25519 AAAAC3Nz',
    armour('PUBLIC KEY', made(60)),
    `pk_live_${made(24)}`,
  ],
  plain: ['42', '3600', '1.5', '30s', '10MB'],
  structured: [
    'shop@shop.org',
    'db.internal.shop.org',
    '10.1.2.3',
    'required|string|max:255',
    'a=1&b=2',
    'text/plain',
    '1.2.3-beta.1',
    '2024-01-31',
    '{"a": 1}',
    'one, two, three',
    '#ff00aa',
    '^[a-z]{3}(x|y)$',
  ],
  sentence: [
    'Forgot your password?',
    'Contraseña',
    '现在的密码',
    'purple monkey dishwasher',
    'monkey business',
  ],
  path: [
    '/accounts/password/reset/',
    './secret',
    '~/.ssh/id_rsa',
    'C:\\keys',
    'config/keys/app',
    'client.key',
    'keystore.p12',
  ],
  identifier: [
    'password_field',
    'DBPassword',
    'user-password',

    'pm-27086-update-authentication-apis',
    'this.formValue',
  ],
  url: ['https://shop.org/reset', 'postgres://db/shop', 'postgres://shop:password@db/shop'],
  'url-with-password': [`postgres://shop:${made(12)}@db/shop`],
  'private-key': [armour('RSA PRIVATE KEY', made(80))],
  random: [made(32), hex(40), `${made(20)}==`, made(24, 'c')],
  opaque: ['x9!kq7-shop', 'storefront-mail-2024!', 'Tr0ub4dor&3', 'k8Zw31xQ0pLm'],
};

describe('values', () => {
  for (const [expected, values] of Object.entries(samples)) {
    it(`are ${expected}`, () => {
      const found = values.map((value) => [value, classifyValue(value).class]);
      assert.deepEqual(
        found,
        values.map((value) => [value, expected]),
      );
    });
  }

  it('have a class for each sample and a reason that shows nothing of them', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 60 }), (value) => {
        const verdict = classifyValue(value);
        assert.ok(verdict.class in VALUE_CLASSES);
        assert.ok(!verdict.because.includes(value.trim()) || value.trim() === '');
      }),
    );
  });

  it('that stand in for others are told from those that are meant', () => {
    assert.ok(isStandIn('changeme') && isStandIn('$X') && isStandIn('postgres') && isStandIn(''));
    assert.ok(!isStandIn('x9!kq7-shop') && !isStandIn('shop') && !isStandIn(made(20)));
  });
});

describe('names of credentials', () => {
  it('are known by their last words', () => {
    for (const name of [
      'password',
      'DB_PASSWORD',
      'dbPassword',
      'smtp.pwd',
      'user-passwd',
      'dbPasswordProd',
      'PASSWORD_2',
    ])
      assert.equal(credentialKind(name), 'password', name);
    for (const name of [
      'apiKey',
      'API_KEY',
      'apikey',
      'stripeSecretKey',
      'SECRET_KEY_BASE',
      'aws_secret_access_key',
      'accessToken',
      'github.client-secret',
    ])
      assert.equal(credentialKind(name), 'key', name);
    for (const name of ['token', 'botCredentials']) assert.equal(credentialKind(name), 'token', name);
  });

  it('are none where they speak about one', () => {
    for (const name of [
      'passwordField',
      'forgotPassword',
      'password_hash',
      'publicKey',
      'csrfToken',
      'nextPageToken',
      'keyboard',
      'secretary',
      'compass',
      'tokenizer',
      'public_api_key',
      'primaryKey',
      'passwordResetUrl',
    ])
      assert.equal(credentialKind(name), undefined, name);
  });
});

describe('evidence of a credential', () => {
  it('is in the name and in the value', () => {
    assert.equal(credentialEvidence('password', 'x9!kq7-shop'), 'certain');
    assert.equal(credentialEvidence('password', '!top-hat?'), 'likely');
    assert.equal(credentialEvidence('token', made(32)), 'certain');
    assert.equal(credentialEvidence('token', 'x9!kq7-shop-1'), undefined);
    assert.equal(credentialEvidence('name', made(32)), undefined);
    assert.equal(credentialEvidence('user_password', 'user_password_1'), undefined);
    assert.equal(credentialEvidence('password', 'changeme'), undefined);
  });
});
