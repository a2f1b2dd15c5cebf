import assert from 'node:assert/strict';
import { twelveFactor, twelveFactorGiven } from '../harness/command-line';

describe('twelve-factor', () => {
  it('tells its version', async () => {
    assert.deepEqual(await twelveFactor('--version'), { code: 0, out: '1.2.3\n', err: '' });
  });

  it('tells its commands', async () => {
    const { code, out } = await twelveFactor('--help');
    assert.equal(code, 0);
    for (const command of ['check', 'explain', 'run', 'exec', 'export'])
      assert.match(out, new RegExp(`^ {2}${command} `, 'm'));
  });

  it('explains a rule by its page, without the marks of its tests', async () => {
    const { code, out, err } = await twelveFactor('explain', 'logs/file-handler');
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.match(out, /^# /);
    assert.doesNotMatch(out, /[«»]/);
  });

  it('explains what a value is taken for, and never shows it', async () => {
    const password = ['x9!kq7', '-shop'].join('');
    const { code, out, err } = await twelveFactorGiven(
      password,
      'explain',
      '--value',
      '--name',
      'DB_PASSWORD',
    );
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.match(
      out,
      /^opaque: .+\nWhat decided it: .+\.\nAs the value of DB_PASSWORD it is taken for a credential\.\n$/,
    );
    assert.ok(!out.includes(password));
    const unnamed = await twelveFactorGiven('changeme', 'explain', '--value');
    assert.match(unnamed.out, /^placeholder: (?:.|\n)*It is not reported, whatever name holds it\.\n$/);
    const harmless = await twelveFactorGiven(password, 'explain', '--value', '--name', 'title');
    assert.match(harmless.out, /title is not the name of a credential/);
  });

  it('takes no value from the command line', async () => {
    const { code, out, err } = await twelveFactor('explain', '--value', 'x9!kq7');
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.ok(!err.includes('x9!kq7'), err);
    assert.equal((await twelveFactor('explain')).code, 2);
    assert.equal((await twelveFactor('explain', '--value')).code, 2);
  });

  it('names the rules of the group where there is no such rule', async () => {
    const { code, out, err } = await twelveFactor('explain', 'logs/nothing');
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.match(err, /^twelve-factor: There is no rule logs\/nothing\.(?:.|\n)*\n {2}logs\/file-handler\n/);
  });
});
