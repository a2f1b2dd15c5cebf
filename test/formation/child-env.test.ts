import assert from 'node:assert/strict';
import { childEnv } from '../../formation/node/child-env';

describe('childEnv', () => {
  it('keeps output live and coloured, and marks the process', () => {
    assert.deepEqual(childEnv({ PATH: '/bin' }, 'run.1'), {
      PATH: '/bin',
      PYTHONUNBUFFERED: '1',
      FORCE_COLOR: '1',
      CLICOLOR_FORCE: '1',
      TWELVE_FACTOR_RUN: 'run.1',
    });
  });

  it('leaves what the user has set', () => {
    const env = childEnv({ PYTHONUNBUFFERED: '', FORCE_COLOR: '0' }, 'run.1');
    assert.deepEqual([env.PYTHONUNBUFFERED, env.FORCE_COLOR, env.CLICOLOR_FORCE], ['', '0', '1']);
    assert.deepEqual(Object.keys(childEnv({ NO_COLOR: '1' }, 'run.1')), [
      'NO_COLOR',
      'PYTHONUNBUFFERED',
      'TWELVE_FACTOR_RUN',
    ]);
  });

  it("drops the editor's variables, an old mark and names no environment can hold", () => {
    const env = childEnv(
      {
        VSCODE_PID: '1',
        ELECTRON_RUN_AS_NODE: '1',
        TWELVE_FACTOR_RUN: 'old.1',
        '': 'x',
        'A=B': 'x',
        MY_VSCODE_X: 'y',
      },
      'run.2',
    );
    assert.deepEqual(Object.keys(env).sort(), [
      'CLICOLOR_FORCE',
      'FORCE_COLOR',
      'MY_VSCODE_X',
      'PYTHONUNBUFFERED',
      'TWELVE_FACTOR_RUN',
    ]);
    assert.equal(env.TWELVE_FACTOR_RUN, 'run.2');
  });
});
