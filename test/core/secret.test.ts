import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { Secret } from '../../core/secret';

describe('Secret', () => {
  const secret = new Secret('correct horse battery');

  it('hides its value in every printed form', () => {
    const forms = [`${secret}`, JSON.stringify({ secret }), inspect(secret), inspect({ a: [secret] })];
    for (const form of forms) assert.ok(!form.includes('horse'), form);
  });

  it('gives its value only when asked to reveal it', () => {
    assert.equal(secret.reveal(), 'correct horse battery');
  });

  it('describes a value without showing it', () => {
    assert.equal(new Secret('postgres://u@h/d').shape, 'URL');
    assert.equal(new Secret('8080').shape, 'number');
    assert.equal(new Secret('').shape, 'empty');
    assert.equal(secret.length, 21);
  });
});
