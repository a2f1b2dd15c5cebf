import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListFolder } from '../../host/walk';
import { inTempFolder } from '../harness/temp-folder';
import { filesIn, listed } from '../harness/walked';

describe('walk', () => {
  it('lists files below the root with / between folders, hidden ones too', async () => {
    const files = { 'b.js': '', 'a/c/d.py': '', '.github/x.yml': '' };
    assert.deepEqual(await filesIn(files), ['.github/x.yml', 'a/c/d.py', 'b.js']);
  });

  it('reads one folder a step', async () => {
    await inTempFolder({ 'a.js': '', 'b/c.js': '', 'd/e/f.js': '' }, (root) =>
      assert.equal(listed(root).steps, 4),
    );
  });

  it('never enters installed packages, caches, virtual environments or .git', async () => {
    const files = {
      'node_modules/x/index.js': '',
      'a/node_modules/x.js': '',
      'env/pyvenv.cfg': '',
      'env/lib/x.py': '',
      'pkg/__pycache__/x.py': '',
      '.git/config': '',
      'env.d/x.py': '',
    };
    await inTempFolder(files, (root) => {
      const { files: found, summary } = listed(root);
      assert.deepEqual(found, ['env.d/x.py']);
      assert.equal(summary.omitted.foreign, 5);
    });
  });

  it('takes a line of an ignore file that is too long for a pattern as none', async () => {
    const files = { '.gitignore': `${'x'.repeat(60_000)}\n*.log\n`, 'a.js': '', 'a.log': '' };
    assert.deepEqual(await filesIn(files), ['.gitignore', 'a.js']);
  });

  it('does not list the .git file of a submodule', async () => {
    assert.deepEqual(await filesIn({ 'lib/.git': 'gitdir: elsewhere', 'lib/a.js': '' }), ['lib/a.js']);
  });

  describe('with links', () => {
    it('ends on folders that link to one another, and lists each file once', async () => {
      await inTempFolder({ 'a/x.js': '', 'b/y.js': '' }, (root) => {
        symlinkSync('../b', join(root, 'a/b'));
        symlinkSync('../a', join(root, 'b/a'));
        symlinkSync('.', join(root, 'self'));
        symlinkSync('circle', join(root, 'circle'));
        const { files, summary } = listed(root);
        assert.deepEqual(files, ['a/x.js', 'b/y.js']);
        assert.equal(summary.omitted.link, 4);
      });
    });

    it('lists a linked file of the root and none from outside it', async () => {
      const files = { 'app/config/Procfile': 'web: x', 'app-secrets/.env': 'A=1', 'app/a.js': '' };
      await inTempFolder(files, (folder) => {
        const root = join(folder, 'app');
        symlinkSync('config/Procfile', join(root, 'Procfile'));
        symlinkSync('../app-secrets/.env', join(root, '.env'));
        symlinkSync('../app-secrets', join(root, 'secrets'));
        symlinkSync('nowhere', join(root, 'lost.js'));
        assert.deepEqual(listed(root).files, ['Procfile', 'a.js', 'config/Procfile']);
      });
    });

    it('takes a link for the root', async () => {
      await inTempFolder({ 'app/Procfile': 'web: x' }, (folder) => {
        symlinkSync('app', join(folder, 'current'));
        symlinkSync('Procfile', join(folder, 'app/Procfile.link'));
        assert.deepEqual(listed(join(folder, 'current')).files, ['Procfile', 'Procfile.link']);
      });
    });
  });

  if (process.platform !== 'win32') {
    it('leaves fifos out', async () => {
      await inTempFolder({ 'a.js': '' }, (root) => {
        execFileSync('mkfifo', [join(root, 'Procfile')]);
        const { files, summary } = listed(root);
        assert.deepEqual(files, ['a.js']);
        assert.equal(summary.omitted.special, 1);
      });
    });
  }

  it('stops at 64 folders deep', async () => {
    await inTempFolder({}, (root) => {
      const at = (depth: number): string => join(root, ...Array.from({ length: depth }, () => 'd'));
      mkdirSync(at(80), { recursive: true });
      writeFileSync(join(at(64), 'in.js'), '');
      writeFileSync(join(at(65), 'out.js'), '');
      const { files, summary } = listed(root);
      assert.deepEqual(files, [`${'d/'.repeat(64)}in.js`]);
      assert.equal(summary.omitted.deep, 1);
    });
  });

  if (process.platform === 'linux') {
    it('notes a path longer than the system takes, and goes on', async () => {
      await inTempFolder({ 'a.js': '', 'z/b.js': '' }, (root) => {
        const chain = join(...Array.from({ length: 10 }, () => 'n'.repeat(250)));
        for (const half of ['upper', 'lower']) mkdirSync(join(root, half, chain), { recursive: true });
        const [lower, moved] = [join(root, 'lower'), join(root, 'upper', chain, 'lower')];
        renameSync(lower, moved);
        const { files, summary } = listed(root);
        renameSync(moved, lower);
        assert.deepEqual(files, ['a.js', 'z/b.js']);
        assert.deepEqual(
          summary.problems.map(({ code }) => code),
          ['ENAMETOOLONG'],
        );
      });
    });
  }

  it('notes a folder it may not read, or that is gone, and goes on', async () => {
    await inTempFolder({ 'a.js': '', 'locked/b.js': '', 'gone/c.js': '', 'z/d.js': '' }, (root) => {
      const list: ListFolder = (path) => {
        if (path.endsWith('locked')) throw Object.assign(new Error('no'), { code: 'EACCES' });
        if (path.endsWith('gone')) throw Object.assign(new Error('no'), { code: 'ENOENT' });
        return readdirSync(path, { withFileTypes: true });
      };
      const { files, summary } = listed(root, list);
      assert.deepEqual(files, ['a.js', 'z/d.js']);
      assert.deepEqual(
        new Map(summary.problems.map(({ path, code }) => [path, code])),
        new Map([
          ['locked', 'EACCES'],
          ['gone', 'ENOENT'],
        ]),
      );
      assert.equal(summary.omitted.unreadable, 2);
    });
  });
});
