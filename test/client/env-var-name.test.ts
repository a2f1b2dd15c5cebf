import assert from 'node:assert/strict';
import { envVarNameProblem, isNameEnvVarArguments } from '../../client/env-var-name';

describe('the name of an env variable', () => {
  it('has letters, digits and underscores, and no digit first', () => {
    for (const name of ['PORT', 'db_url', '_X', 'A1']) assert.equal(envVarNameProblem(name), undefined, name);
    for (const name of ['', '1A', 'A-B', 'A B', 'É', 'A\n'])
      assert.notEqual(envVarNameProblem(name), undefined, name);
  });

  it('comes with a document and a range, or the command does nothing', () => {
    const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 4 } };
    const good = { uri: 'file:///a.js', name: 'A', range };
    assert.equal(isNameEnvVarArguments(good), true);
    const half = { start: range.start, end: { line: 0 } };
    for (const bad of [
      undefined,
      null,
      'x',
      {},
      { ...good, uri: 1 },
      { ...good, range: null },
      { ...good, range: half },
    ]) {
      assert.equal(isNameEnvVarArguments(bad), false);
    }
  });
});
