import assert from 'node:assert/strict';
import { canaries } from '../harness/canaries';
import { MemoryClient } from '../harness/memory-client';

describe('server: credentials in an app', () => {
  const { files, values } = canaries();
  const all = [...values.values()].flat();

  it('are in no diagnostic, no title of a fix, no hover and no log', () =>
    MemoryClient.with(files, async (client) => {
      let told = 0;
      await client.pullWorkspace();
      for (const path of values.keys()) {
        client.open(path);
        for (const diagnostic of await client.diagnostics(path)) {
          told++;
          await client.actionsAt(path, diagnostic.range, { diagnostics: [diagnostic], triggerKind: 1 });
          await client.hover(path, diagnostic.range.start);
        }
      }
      await client.idle();
      assert.ok(told > values.size);
      const said = client.sent + client.log.join('\n');
      assert.deepEqual(
        all.filter((value) => said.includes(value)),
        [],
      );
    }));
});
