import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryAt } from '../../host/git';
import { inTempFolder } from '../harness/temp-folder';

describe('where a repository starts', () => {
  it('is here, or in a folder above', async () => {
    await inTempFolder({ 'web/app.js': '' }, (folder) => {
      assert.notEqual(repositoryAt(folder), 'here');
      mkdirSync(join(folder, '.git'));
      assert.equal(repositoryAt(folder), 'here');
      assert.equal(repositoryAt(join(folder, 'web')), 'above');
    });
  });

  it('is told by a worktree’s file, and by other systems than git', async () => {
    await inTempFolder({ 'a/x': '', 'b/x': '' }, (folder) => {
      writeFileSync(join(folder, 'a', '.git'), 'gitdir: /elsewhere\n');
      mkdirSync(join(folder, 'b', '.hg'));
      assert.equal(repositoryAt(join(folder, 'a')), 'here');
      assert.equal(repositoryAt(join(folder, 'b')), 'here');
    });
  });
});
