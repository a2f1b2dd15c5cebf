import assert from 'node:assert/strict';
import { lensesFor, statesOf } from '../../client/lens-titles';

const lens = (command: string, key: string) => ({
  command: { title: command, command: `twelveFactor.process.${command}`, arguments: [key] },
});

describe('code lenses of a Procfile', () => {
  const states: Record<string, { count: number; isAlive: boolean }> = {
    'a#web': { count: 1, isAlive: true },
    'a#worker': { count: 3, isAlive: false },
  };
  const shown = (key: string) =>
    lensesFor(
      ['start', 'debug', 'stop', 'restart', 'scaleTo'].map((command) => lens(command, key)),
      (wanted) => states[wanted],
    ).map(({ command }) => command.title);

  it('offer what can be done with a process type now, and tell how many instances it has', () => {
    assert.deepEqual(shown('a#web'), ['debug', 'stop', 'restart', '1 instance']);
    assert.deepEqual(shown('a#worker'), ['start', 'debug', '3 instances']);
  });

  it('stay as they are where no formation is known', () => {
    assert.deepEqual(shown('b#web'), ['start', 'debug', 'stop', 'restart', 'scaleTo']);
  });

  it('depend on the state of each process type, and on no figure', () => {
    const typeState = (type: string) => states[`a#${type}`] ?? { count: 0, isAlive: false };
    const session = { key: 'a', types: ['web', 'worker'], typeState };
    assert.equal(statesOf({ sessions: [session] }), 'a#web 1 true\na#worker 3 false');
  });
});
