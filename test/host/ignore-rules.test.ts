import assert from 'node:assert/strict';
import { join } from 'node:path';
import { inTempFolder } from '../harness/temp-folder';
import { filesIn, listed } from '../harness/walked';

describe('walk, with ignore files', () => {
  it('honours .gitignore at each level, the nearest deciding', async () => {
    const files = {
      '.gitignore': '*.log\nbuild/\n',
      'x.log': '',
      'build/a.js': '',
      'a/.gitignore': '!keep.log\n/own.js\n',
      'a/keep.log': '',
      'a/other.log': '',
      'a/own.js': '',
      'b/own.js': '',
    };
    const expected = ['.gitignore', 'a/.gitignore', 'a/keep.log', 'b/own.js'];
    assert.deepEqual(await filesIn(files), expected);
  });

  it('enters a folder that a nearer file takes back', async () => {
    const files = {
      '.gitignore': 'logs/\n',
      'a/.gitignore': '!logs/\n',
      'a/logs/x.js': '',
      'logs/y.js': '',
    };
    assert.deepEqual(await filesIn(files), ['.gitignore', 'a/.gitignore', 'a/logs/x.js']);
  });

  it('honours .git/info/exclude', async () => {
    assert.deepEqual(await filesIn({ '.git/info/exclude': 'mine.js\n', 'mine.js': '', 'ours.js': '' }), [
      'ours.js',
    ]);
  });

  it('honours the ignore files above the root, up to the top of the repository', async () => {
    const files = {
      '.gitignore': '*\n',
      'repo/.git/HEAD': '',
      'repo/.gitignore': '*.tmp.js\n/pkg/api/out/\n',
      'repo/pkg/.gitignore': 'old.js\n',
      'repo/pkg/api/a.js': '',
      'repo/pkg/api/b.tmp.js': '',
      'repo/pkg/api/old.js': '',
      'repo/pkg/api/out/c.js': '',
      'repo/pkg/api/src/out/d.js': '',
    };
    await inTempFolder(files, (root) => {
      assert.deepEqual(listed(join(root, 'repo/pkg/api')).files, ['a.js', 'src/out/d.js']);
    });
  });

  it('looks into an ignored folder that is asked for by name', async () => {
    const files = { '.git/HEAD': '', '.gitignore': 'build/\n', 'build/a.js': '' };
    await inTempFolder(files, (root) => assert.deepEqual(listed(join(root, 'build')).files, ['a.js']));
  });

  it('lists ignored env files, but not those of ignored folders', async () => {
    const files = {
      '.gitignore': '.env*\nold/\n',
      '.env': 'A=1',
      'a/.env.local': '',
      'old/.env': '',
      '.envrc': '',
    };
    await inTempFolder(files, (root) => {
      const { files: found, summary } = listed(root);
      assert.deepEqual(found, ['.env', '.gitignore', 'a/.env.local']);
      assert.equal(summary.omitted.ignored, 2);
    });
  });

  it('takes any text for an ignore file without throwing', async () => {
    const files = { '.gitignore': '[z-a]\n[\n\\\n!\na**b***\n[[:nope:]]\n', 'a.js': '' };
    assert.deepEqual(await filesIn(files), ['.gitignore', 'a.js']);
  });
});
