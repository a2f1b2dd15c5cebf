import assert from 'node:assert/strict';
import { BASELINE_FILE } from '../../core/lint/baseline-file';
import { type BaselineResult, baselineMethod } from '../../core/protocol';
import { loggingApp, logsToFile } from '../harness/logging-app';
import { MemoryClient, type Settings } from '../harness/memory-client';

const files: Record<string, string> = Object.fromEntries(
  Object.entries(loggingApp({ 'a.js': logsToFile, 'b.js': logsToFile })).map(([path, text]) => [
    path,
    String(text),
  ]),
);
const everywhere: Settings = { diagnostics: { scope: 'workspace' } };

async function record(own: Record<string, string>, prune = false): Promise<string> {
  return MemoryClient.with(own, async (client) => {
    const result = await client.request<BaselineResult>(baselineMethod, { folder: 'file:///app', prune });
    return result?.text ?? '';
  });
}

/** What the editor lists: the path and the code of each diagnostic. */
async function listed(own: Record<string, string>, settings: Settings = everywhere): Promise<string[]> {
  return MemoryClient.with(
    own,
    async (client) => {
      client.host.files.set('zzz.js', logsToFile);
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('zzz.js'), type: 1 }] });
      await client.idle();
      const { items } = await client.pullWorkspace();
      return items.flatMap((item) =>
        item.kind === 'full' ? item.items.map(({ code }) => `${client.pathOf(item.uri)} ${code}`) : [],
      );
    },
    settings,
  );
}

describe('server: baseline', () => {
  it('hides what is recorded, in open files and in closed ones', async () => {
    const own = { ...files, [BASELINE_FILE]: await record(files) };
    assert.deepEqual(await listed(own), ['zzz.js logs/file-handler']);
    await MemoryClient.with(own, async (client) => {
      client.open('a.js');
      assert.deepEqual(await client.diagnostics('a.js'), []);
      assert.deepEqual(await client.diagnostics('b.js'), []);
    });
  });

  it('shows all where the user wants no baseline', async () => {
    const own = { ...files, [BASELINE_FILE]: await record(files) };
    const all = await listed(own, { ...everywhere, baseline: { enabled: false } });
    assert.deepEqual(
      all.sort(),
      ['a.js', 'b.js', 'zzz.js'].map((path) => `${path} logs/file-handler`),
    );
  });

  it('tells in the baseline what is gone, and takes it out when asked', async () => {
    const before = { ...files, [BASELINE_FILE]: await record(files) };
    const own = { ...before, 'a.js': '' };
    await MemoryClient.with(own, async (client) => {
      const { items } = await client.pullWorkspace();
      const [first] = items.flatMap((item) => (item.kind === 'full' ? item.items : []));
      assert.equal(items.length, 1);
      assert.equal(
        first?.message,
        'A finding of logs/file-handler in a.js is gone. Take out what is gone: run “Prune baseline”.',
      );
      const text = own[BASELINE_FILE] ?? '';
      assert.equal(text.split('\n')[first?.range.start.line ?? -1]?.trim(), '"a.js": {');
    });
    const { 'a.js': _, ...rest } = files;
    assert.equal(await record(own, true), await record(rest));
  });

  it('takes up a baseline that comes, changes and goes', () =>
    MemoryClient.with(files, async (client) => {
      client.open('a.js');
      const count = async () => (await client.diagnostics('a.js')).length;
      assert.equal(await count(), 1);
      const change = async (text: string | undefined) => {
        if (text === undefined) client.host.files.delete(BASELINE_FILE);
        else client.host.files.set(BASELINE_FILE, text);
        client.notify('workspace/didChangeWatchedFiles', {
          changes: [{ uri: client.uri(BASELINE_FILE), type: 2 }],
        });
        await client.idle();
      };
      await change(await record(files));
      assert.equal(await count(), 0);
      await change('{ "version"');
      assert.equal(await count(), 1);
      await change(undefined);
      assert.equal(await count(), 1);
    }));
});
