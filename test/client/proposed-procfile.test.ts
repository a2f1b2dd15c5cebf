import assert from 'node:assert/strict';
import { bestOfEach, procfileText } from '../../client/proposed-procfile';

const process = (type: string, command: string) => ({ type, command, why: '' });

describe('a proposed Procfile', () => {
  it('holds the best command of each process type', () => {
    const found = [process('web', 'a'), process('web', 'b'), process('release', 'c')];
    assert.deepEqual(bestOfEach(found), [found[0], found[2]]);
  });

  it('begins with the release and gives each line a name of its own', () => {
    const chosen = [
      process('worker', 'w'),
      process('web', 'a'),
      process('web', 'b'),
      process('release', 'r'),
    ];
    assert.equal(procfileText(chosen), 'release: r\nweb: a\nweb2: b\nworker: w\n');
    assert.equal(procfileText([]), '');
  });
});
