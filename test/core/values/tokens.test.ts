import assert from 'node:assert/strict';
import { classifyValue } from '../../../core/values/classify';
import { checksumOf, crc32 } from '../../../core/values/tokens/checksum';
import { tokenAt, tokenFormatOf, tokenFormats } from '../../../core/values/tokens/find';
import { signedSample, tokenSample } from '../../harness/token-samples';

const ARMOURED = new Set(['private-key', 'putty-key']);
const formats = tokenFormats.filter(({ id }) => !ARMOURED.has(id) && id !== 'jwt');

/** What is found in a text at the mark of a format. */
function found(text: string, id: string): string | undefined {
  const format = tokenFormats.find((one) => one.id === id);
  const token = format && tokenAt(text, text.indexOf(format.mark), format.mark);
  return token && text.slice(token.start, token.end);
}

describe('tokens of providers', () => {
  it('are of sixty formats and more, each with a name of its own', () => {
    assert.ok(tokenFormats.length >= 60);
    assert.equal(new Set(tokenFormats.map(({ id }) => id)).size, tokenFormats.length);
  });

  for (const format of formats) {
    const { id, mark } = format;
    it(`${id}: true ones are known, also within a text`, () => {
      for (const seed of [1, 2, 3]) {
        const token = tokenSample(format, seed);
        assert.equal(tokenFormatOf(token)?.id, id);
        assert.equal(classifyValue(token).class, 'token');
        assert.equal(found(`key = "${token}";`, id), token);
        assert.equal(found(`x?key=${token}&y`, id), token);
      }
    });

    it(`${id}: what only looks like one is none`, () => {
      const token = tokenSample(format, 4);
      const at = token.indexOf(mark);
      const [head, body] = [token.slice(0, at), token.slice(at + mark.length)];
      assert.equal(found(`"${head}${mark}"`, id), undefined, 'too short');
      if (!format.before)
        assert.equal(found(`"${head}${mark}${'x'.repeat(body.length)}"`, id), undefined, 'x throughout');
      if (!format.before)
        assert.equal(
          found(`"${head}${mark}${'0'.repeat(body.length)}"`, id),
          undefined,
          'noughts throughout',
        );
      assert.equal(found(`"${head}${mark}<your token>"`, id), undefined, 'a placeholder');
      assert.equal(found(`"${head}${mark}\${TOKEN}"`, id), undefined, 'a variable');
      if (!/^[.-]/.test(mark)) assert.equal(found(`"Q${token}"`, id), undefined, 'within a word');
    });
  }

  it('are told by what a signed token says of itself', () => {
    const ids = (claims: Readonly<Record<string, unknown>>): string | undefined => {
      const token = signedSample(claims);
      return tokenAt(token, 0, 'eyJ')?.format.id;
    };
    assert.equal(ids({ sub: 'shop' }), 'jwt');
    assert.equal(ids({ role: 'service_role', iss: 'supabase' }), 'supabase-service-role');
    assert.equal(ids({ role: 'anon', iss: 'supabase' }), undefined);
    assert.equal(ids({ role: 'service_role', iss: 'supabase-demo' }), undefined);
    assert.equal(ids({ sub: '1234567890', name: 'John Doe' }), undefined);
    assert.equal(ids({ iss: 'https://auth.example.com' }), undefined);
    assert.equal(tokenAt(signedSample({}).replace(/\.\w+/, '.eyJub3RKc29u_-_-'), 0, 'eyJ'), undefined);
    assert.notEqual(classifyValue(signedSample({ sub: 'shop' })).class, 'token');
  });

  it('end with the right checksum where their provider writes one', () => {
    assert.equal(crc32('123456789'), 0xcbf43926);
    assert.equal(checksumOf('zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ'), ['0mLq', '17'].join(''));
    const format = tokenFormats.find(({ id }) => id === 'github-pat');
    assert.ok(format);
    const token = tokenSample(format);
    const other = token.endsWith('a') ? 'b' : 'a';
    assert.equal(tokenFormatOf(token.slice(0, -1) + other), undefined);
  });

  it('of guides are none', () => {
    assert.equal(found('AKIA' + 'IOSFODNN7EXAMPLE', 'aws-access-key'), undefined);
  });

  for (const id of ARMOURED)
    it(`${id}: are known by the lines around them, where there is something between`, () => {
      const format = tokenFormats.find((one) => one.id === id);
      assert.ok(format);
      const text = tokenSample(format);
      assert.ok(tokenAt(text, 0, format.mark));
      assert.equal(tokenAt(`${text.slice(0, text.indexOf('\n'))}…`, 0, format.mark), undefined);
    });
});
