import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../../formation/supervisor/lock';

describe('withLock', () => {
  let directory: string;
  let path: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'formation-lock-'));
    path = join(directory, 'lock');
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  it('lets one work at a time, and frees the lock after a failure', async () => {
    let working = 0;
    const turns = Array.from({ length: 6 }, (_, turn) =>
      withLock(path, async () => {
        working += 1;
        await new Promise((resolve) => setImmediate(resolve));
        assert.equal(working, 1);
        working -= 1;
        if (turn % 2 === 0) throw new Error('no luck');
        return turn;
      }).catch(() => -1),
    );
    assert.deepEqual(await Promise.all(turns), [-1, 1, -1, 3, -1, 5]);
    assert.equal(existsSync(path), false);
  });

  it('takes a lock whose holder has ended', async () => {
    writeFileSync(path, '4194305');
    assert.equal(await withLock(path, async () => 'mine'), 'mine');
  });

  it('takes a lock that is too old to be held', async () => {
    writeFileSync(path, String(process.pid));
    utimesSync(path, 0, 0);
    assert.equal(await withLock(path, async () => 'mine'), 'mine');
  });
});
