import assert from 'node:assert/strict';
import { twelveFactor } from '../harness/command-line';

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

  it('names the rules of the group where there is no such rule', async () => {
    const { code, out, err } = await twelveFactor('explain', 'logs/nothing');
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.match(err, /^twelve-factor: There is no rule logs\/nothing\.(?:.|\n)*\n {2}logs\/file-handler\n/);
  });
});
