import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver/node';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { MemoryClient } from '../harness/memory-client';

const manifest = JSON.stringify({
  private: true,
  engines: { node: '22' },
  dependencies: { express: '^4' },
});
const server = "const express = require('express');\nexpress().listen(3000);\n";
const good = 'web: gunicorn app:app --bind 0.0.0.0:$PORT\n';
const bad = 'web: gunicorn app:app --bind 0.0.0.0:8000\n';
const shop = { 'package.json': manifest, 'yarn.lock': '', 'server.js': server, Procfile: good };
const whole = { diagnostics: { scope: 'workspace' } };

/** How many diagnostics each report holds, by path. */
function counts(
  client: MemoryClient,
  items: readonly WorkspaceDocumentDiagnosticReport[],
): Record<string, number> {
  return Object.fromEntries(
    items.map((item) => [client.pathOf(item.uri), item.kind === 'full' ? item.items.length : -1]),
  );
}

describe('server: workspace diagnostics', () => {
  it('reports files that shape the app although nobody has opened them', () =>
    MemoryClient.with({ ...shop, Procfile: bad }, async (client) => {
      const { items } = await client.pullWorkspace();
      assert.deepEqual(counts(client, items), { Procfile: 1 });
    }));

  it('reports keys that git tracks although nobody opens them, also where they are no text', () => {
    const keys = {
      'config/master.key': '4f1c9d20b7a35e8866d1f0a2c47be953\n',
      'own/master.key': '4f1c9d20b7a35e8866d1f0a2c47be953\n',
      'shop.p12': '\0keys',
    };
    const tracked = 'config/master.key\nshop.p12\n';
    return MemoryClient.with({ ...shop, ...keys, '.git/tracked': tracked }, async (client) => {
      const { items } = await client.pullWorkspace();
      assert.deepEqual(counts(client, items), { 'config/master.key': 1, 'shop.p12': 1 });
    });
  });

  it('holds the request until there is something new', () =>
    MemoryClient.with(shop, async (client) => {
      const held = client.pullWorkspace();
      client.write({ 'server.js': `${server}console.log(process.env.NAME);\n` });
      await client.idle();
      client.write({ Procfile: bad });
      assert.deepEqual(counts(client, (await held).items), { Procfile: 1 });
    }));

  it('does not repeat what the client knows', () =>
    MemoryClient.with({ ...shop, Procfile: bad }, async (client) => {
      const first = await client.pullWorkspace();
      const held = client.pullWorkspace(first.items);
      client.write({ 'api/Procfile': bad });
      assert.deepEqual(counts(client, (await held).items), { 'api/Procfile': 1 });
    }));

  it('clears a file that is mended, and one that is gone', () =>
    MemoryClient.with({ ...shop, Procfile: bad, 'api/Procfile': bad }, async (client) => {
      const first = await client.pullWorkspace();
      const held = client.pullWorkspace(first.items);
      client.write({ Procfile: good, 'api/Procfile': undefined });
      assert.deepEqual(counts(client, (await held).items), { Procfile: 0, 'api/Procfile': 0 });
    }));

  it('clears an open document once it is closed, however often', () =>
    MemoryClient.with(shop, async (client) => {
      let known: WorkspaceDocumentDiagnosticReport[] = [];
      for (let round = 0; round < 2; round++) {
        const held = client.pullWorkspace(known);
        client.open('server.js');
        assert.equal((await client.diagnostics('server.js')).length, 1);
        client.close('server.js');
        known = (await held).items;
        assert.deepEqual(counts(client, known), { 'server.js': 0 });
      }
    }));

  it('leaves to the document pull what the client pulls itself', () =>
    MemoryClient.with({ ...shop, Procfile: bad, 'api/Procfile': bad }, async (client) => {
      client.open('Procfile');
      await client.diagnostics('Procfile');
      assert.deepEqual(counts(client, (await client.pullWorkspace()).items), { 'api/Procfile': 1 });
    }));

  it('reports every file where the user wants it', () =>
    MemoryClient.with(
      { ...shop, 'lib/job.js': 'module.exports = 1;\n' },
      async (client) => {
        const { items } = await client.pullWorkspace();
        assert.deepEqual(counts(client, items), { 'server.js': 1 });
      },
      whole,
    ));

  it('follows the scope that is set', () =>
    MemoryClient.with(
      shop,
      async (client) => {
        const { items } = await client.pullWorkspace();
        const held = client.pullWorkspace(items);
        client.settings = {};
        client.notify('workspace/didChangeConfiguration', { settings: null });
        assert.deepEqual(counts(client, (await held).items), { 'server.js': 0 });
      },
      whole,
    ));

  it('sees a closed file change although its app stays the same', () =>
    MemoryClient.with(
      shop,
      async (client) => {
        const { items } = await client.pullWorkspace();
        const held = client.pullWorkspace(items);
        client.write({ 'server.js': server.replace('3000', '0') });
        assert.deepEqual(counts(client, (await held).items), { 'server.js': 0 });
      },
      whole,
    ));

  it('gives many files bit by bit', async () => {
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`lib/server${at}.js`, server]));
    await MemoryClient.with(
      { ...shop, ...many },
      async (client) => {
        const parts = await client.pullWorkspaceInParts();
        assert.deepEqual(
          parts.map((part) => part.length),
          [50, 50, 21],
        );
        assert.equal(new Set(parts.flat().map(({ uri }) => uri)).size, 121);
      },
      whole,
    );
  });

  it('lets go of a request that is cancelled', () =>
    MemoryClient.with(shop, async (client) => {
      const cancel = new CancellationTokenSource();
      const held = client.pullWorkspace([], cancel.token);
      await client.idle();
      cancel.cancel();
      assert.deepEqual(await held, { items: [] });
    }));
});
