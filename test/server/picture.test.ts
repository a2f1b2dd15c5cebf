import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MemoryClient } from '../harness/memory-client';

function manifest(...names: string[]): string {
  return JSON.stringify({
    private: true,
    dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
  });
}

const code = "const express = require('express');\nconst pg = require('pg');\nexpress().use(pg);\n";
const shop = { 'package.json': manifest('express'), 'server.js': code };

/** The packages that the file is told to declare. */
async function undeclared(client: MemoryClient, path = 'server.js'): Promise<string[]> {
  const document = client.document(path);
  return (await client.diagnostics(path)).map(({ range }) => document.getText(range).replace(/["']/g, ''));
}

describe('server: what surrounds a document', () => {
  it('is read from the disk when the server starts', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js');
      assert.deepEqual(await undeclared(client), ['pg']);
      assert.equal(client.host.walks, 1);
    }));

  it('is as the open editors have it', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js');
      client.open('package.json');
      assert.deepEqual(await undeclared(client), ['pg']);
      client.edit('package.json', '"express":"*"', '"pg":"*"');
      assert.deepEqual(await undeclared(client), ['express']);
    }));

  it('is as the disk has it once the editor is closed', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js');
      client.open('package.json', manifest('express', 'pg'));
      assert.deepEqual(await undeclared(client), []);
      client.close('package.json');
      await client.idle();
      assert.deepEqual(await undeclared(client), ['pg']);
    }));

  it('follows files that change on the disk', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js');
      assert.deepEqual(await undeclared(client), ['pg']);
      client.write({ 'package.json': manifest('express', 'pg') });
      await client.idle();
      assert.deepEqual(await undeclared(client), []);
      client.write({ 'package.json': manifest() });
      await client.idle();
      assert.deepEqual(await undeclared(client), ['express', 'pg']);
    }));

  it('stays as the editor has it when the file changes on the disk', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js');
      client.open('package.json', manifest('express', 'pg'));
      client.write({ 'package.json': manifest() });
      await client.idle();
      assert.deepEqual(await undeclared(client), []);
    }));

  it('follows files that come and go', () =>
    MemoryClient.with({ 'package.json': manifest('express'), 'api/server.js': code }, async (client) => {
      client.open('api/server.js');
      assert.deepEqual(await undeclared(client, 'api/server.js'), ['pg']);
      client.write({ 'api/package.json': manifest('express', 'pg') });
      await client.idle();
      assert.deepEqual(await undeclared(client, 'api/server.js'), []);
      client.write({ 'api/package.json': undefined });
      await client.idle();
      assert.deepEqual(await undeclared(client, 'api/server.js'), ['pg']);
    }));

  it('knows nothing of installed packages, even as they are installed', () =>
    MemoryClient.with(shop, async (client) => {
      client.write({ 'node_modules/express/package.json': manifest('accepts') });
      await client.idle();
      assert.ok(!client.host.reads.some((path) => path.startsWith('node_modules/')));
    }));

  it('is read anew when another ignore file counts', () =>
    MemoryClient.with({ ...shop, 'old/.env': 'A=1' }, async (client) => {
      client.write({ '.gitignore': 'old/\n' });
      await client.idle();
      assert.equal(client.host.walks, 2);
    }));
});

describe('server: folders', () => {
  const app = { uri: 'file:///app', name: 'app' };
  const change = (client: MemoryClient, added: object[], removed: object[]): Promise<void> => {
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    return client.idle();
  };

  it('that come are read, and the documents in them pulled again', () =>
    MemoryClient.with(
      shop,
      async (client) => {
        client.open('server.js');
        assert.deepEqual(await undeclared(client), [], 'nothing is known of what surrounds it');
        await change(client, [app], []);
        assert.equal(client.host.walks, 1);
        assert.deepEqual(await undeclared(client), ['pg']);
      },
      {},
      [],
    ));

  it('that go are no longer spoken of', () =>
    MemoryClient.with({ Procfile: 'web: gunicorn app --bind :8000\n' }, async (client) => {
      const { items } = await client.pullWorkspace();
      assert.equal(items.length, 1);
      const held = client.pullWorkspace(items);
      await change(client, [], [app]);
      assert.deepEqual(
        (await held).items.map((item) => item.kind === 'full' && item.items),
        [[]],
      );
    }));
});

describe('server: refresh', () => {
  it('asks the client to pull a document again that another file has changed', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js');
      await client.diagnostics('server.js');
      client.write({ 'package.json': manifest('express', 'pg') });
      await client.idle();
      assert.equal(client.refreshes, 1);
    }));

  it('asks nothing for the document that is edited itself', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js');
      await client.diagnostics('server.js');
      client.edit('server.js', 'express().use(pg)', 'express().use(pg, process.env.NEW_NAME)');
      await client.idle();
      assert.equal(client.refreshes, 0);
    }));

  it('asks nothing where the change concerns no open document', () =>
    MemoryClient.with({ ...shop, 'other/package.json': manifest() }, async (client) => {
      client.open('server.js');
      await client.diagnostics('server.js');
      client.write({ 'logo.svg': '<svg/>' });
      await client.idle();
      assert.equal(client.refreshes, 0);
    }));
});
