import assert from 'node:assert/strict';
import { isChooseFixArguments } from '../../client/choose-fix';

describe('the arguments of a fix with choices', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } };
  const good = {
    uri: 'file:///a',
    range,
    rule: 'a/b',
    title: 'T',
    choices: [{ label: '1', description: '' }],
  };

  it('are checked, as anybody may run a command', () => {
    assert.ok(isChooseFixArguments(good));
    for (const bad of [
      undefined,
      {},
      { ...good, range: {} },
      { ...good, choices: [1] },
      { ...good, rule: 1 },
    ])
      assert.ok(!isChooseFixArguments(bad));
  });
});
