import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type AdminProcessesResult, adminProcessesMethod } from '../../core/protocol';
import { MemoryClient } from '../harness/memory-client';

const files = {
  'shop/Procfile': 'web: bin/rails server\nrelease: bin/rails db:migrate\n',
  'shop/bin/rails': '',
  'shop/Gemfile': '',
  'shop/lib/tasks/a.rake': "desc 'On disk'\ntask :saved\n",
};

describe('server: twelveFactor/adminProcesses', () => {
  it('lists those of the app, the release first and each command once', () =>
    MemoryClient.with(files, async (client) => {
      const list: AdminProcessesResult = await client.request(adminProcessesMethod, {
        uri: client.uri('shop'),
      });
      const commands = list.map(({ command }) => command);
      assert.equal(list[0]?.kind, 'release');
      assert.equal(commands.filter((command) => command === 'bin/rails db:migrate').length, 1);
      assert.ok(commands.includes('bin/rails saved'), commands.join('\n'));
    }));

  it('is empty for a folder without any', () =>
    MemoryClient.with(files, async (client) => {
      assert.deepEqual(await client.request(adminProcessesMethod, { uri: client.uri('none') }), []);
    }));
});
