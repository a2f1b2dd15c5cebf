import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import { nodeHost } from '../../server/hosts/node';
import { inTempFolder } from '../harness/temp-folder';

describe('server: the disk', () => {
  const files = {
    'src/a b.js': 'a();\n',
    '.env': 'A=1\n',
    '.gitignore': '.env\nout/\n',
    'out/x.js': '',
    'image.bin': Buffer.from([0, 1, 2]),
  };

  it('is walked and read by URI', () =>
    inTempFolder(files, async (folder) => {
      const host = nodeHost(folder);
      const root = pathToFileURL(folder).href;
      const found: string[] = [];
      for await (const step of host.walk(root)) found.push(...step);
      assert.deepEqual(found.sort(), ['.env', '.gitignore', 'image.bin', 'src/a b.js']);
      assert.deepEqual(await host.read(root, 'src/a b.js', 100), { text: 'a();\n' });
      assert.deepEqual(await host.read(root, 'src/a b.js', 2), { skipped: 'too large' });
      assert.deepEqual(await host.read(root, 'image.bin', 100), { skipped: 'binary' });
      assert.deepEqual(await host.read(root, 'src', 100), { skipped: 'missing' });
      assert.deepEqual(await host.read(root, 'none', 100), { skipped: 'missing' });
    }));

  it('holds nothing of other schemes', async () => {
    const host = nodeHost('/nowhere');
    const found: string[] = [];
    for await (const step of host.walk('vscode-vfs://github/owner/repo')) found.push(...step);
    assert.deepEqual(found, []);
    assert.deepEqual(await host.read('untitled:', 'Untitled-1', 100), { skipped: 'missing' });
  });
});
