import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MemoryClient } from '../harness/memory-client';

const server = "const express = require('express');\nexpress().listen(3000);\n";
const shop = { 'package.json': '{"private":true,"dependencies":{"express":"*"}}', 'server.js': server };
const quoted = 'DATABASE_PASSWORD=ohk3yohRaeJ7';

describe('server: faults', () => {
  it('answer with nothing, are logged by kind and end nothing', () =>
    MemoryClient.with(shop, async (client) => {
      client.host.failure = new RangeError(`cannot read ${quoted}`);
      assert.deepEqual(await client.pull('server.js'), { kind: 'full', items: [] });
      assert.equal(client.log.length, 1);
      assert.match(client.log[0] ?? '', /^document diagnostics failed: RangeError\n {4}at /);
      assert.ok(!client.sent.includes(quoted));
      client.open('server.js');
      assert.equal((await client.diagnostics('server.js')).length, 1);
    }));

  it('of the background end only the work they befell', () =>
    MemoryClient.with(shop, async (client) => {
      client.host.failure = new Error(quoted);
      client.write({ 'server.js': server });
      await client.idle();
      assert.match(client.log.join('\n'), /^watched files failed: Error/);
      client.host.failure = undefined;
      client.write({ 'package.json': '{"private":true}' });
      await client.idle();
      client.open('server.js');
      assert.equal((await client.diagnostics('server.js')).length, 2);
      assert.ok(!client.sent.includes(quoted));
    }));

  it('in what the client sends are answered too', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js');
      const textDocument = { uri: client.uri('server.js') };
      const ask = (method: string, params: object): Promise<unknown> => client.request(method, params);
      assert.equal(await ask('textDocument/hover', { textDocument }), null);
      assert.deepEqual(await ask('textDocument/codeAction', { textDocument }), []);
      assert.deepEqual(await ask('textDocument/completion', { textDocument, position: null }), {
        isIncomplete: false,
        items: [],
      });
      assert.equal(await ask('twelveFactor/moveToEnvVar', {}), null);
      for (const method of ['definition', 'references', 'documentHighlight', 'rename', 'prepareRename']) {
        assert.equal(await ask(`textDocument/${method}`, { textDocument }), null, method);
      }
      for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'formatting']) {
        assert.equal(await ask(`textDocument/${method}`, {}), null, method);
      }
      assert.deepEqual(await ask('workspace/symbol', {}), []);
      const action = { title: 'x', data: { uri: textDocument.uri, at: 'nowhere' } };
      assert.deepEqual(await ask('codeAction/resolve', action), action);
      assert.equal((await client.diagnostics('server.js')).length, 1);
    }));
});
