import assert from 'node:assert/strict';
import { textOfBase64 } from '../../../core/values/base64';

const encoded = (text: string, as: BufferEncoding = 'utf8'): string =>
  Buffer.from(text, as).toString('base64');

describe('the text that base64 stands for', () => {
  it('is read with any padding', () => {
    for (const text of ['a', 'ab', 'abc', 'x9!kq7-shop', 'user:pass\n', '~ ~'.repeat(500)])
      assert.equal(textOfBase64(encoded(text)), text);
  });

  it('may be folded over lines', () => {
    const text = 'storefront '.repeat(20);
    assert.equal(textOfBase64(encoded(text).replace(/.{64}/g, '$&\n')), text);
  });

  it('is none where there is no base64 or no plain text', () => {
    for (const value of ['', '=', '====', 'abc', 'a===', 'ab=c', 'not base64!', '{{ .Values.x }}'])
      assert.equal(textOfBase64(value), undefined, value);
    assert.equal(textOfBase64(encoded('000102ff', 'hex')), undefined);
    assert.equal(textOfBase64(encoded('höflich')), undefined);
  });
});
