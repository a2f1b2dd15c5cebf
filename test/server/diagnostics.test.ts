import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rulePage } from '../../core/links';
import { MemoryClient } from '../harness/memory-client';

const manifest = JSON.stringify({ name: 'shop', private: true, dependencies: { express: '^4' } });
const server = "const express = require('express');\nconst app = express();\napp.listen(3000);\n";
const shop = { 'package.json': manifest, 'server.js': server };

describe('server: document diagnostics', () => {
  it('reports a breach of an open document with its rule and page', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js');
      const [diagnostic, ...others] = await client.diagnostics('server.js');
      assert.deepEqual(others, []);
      assert.equal(diagnostic?.source, 'twelve-factor');
      assert.equal(diagnostic.code, 'port-binding/hardcoded-port');
      assert.equal(diagnostic.codeDescription?.href, rulePage('port-binding/hardcoded-port'));
      assert.deepEqual(diagnostic.range, client.rangeOf('server.js', '3000'));
    }));

  it('shows the other places that belong to a finding', () => {
    const image = 'FROM node:22\nEXPOSE 3000\nENV PORT=8080\nCMD ["node", "server.js"]\n';
    return MemoryClient.with({ Dockerfile: image }, async (client) => {
      client.open('Dockerfile');
      const [diagnostic] = await client.diagnostics('Dockerfile');
      assert.equal(diagnostic?.code, 'port-binding/port-mismatch');
      const [place] = diagnostic.relatedInformation ?? [];
      assert.equal(place?.location.uri, client.uri('Dockerfile'));
      assert.deepEqual(place.location.range, client.rangeOf('Dockerfile', '8080'));
      assert.equal(place.message, 'The image’s PORT');
    });
  });

  it('follows edits', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js');
      assert.equal((await client.diagnostics('server.js')).length, 1);
      client.edit('server.js', '3000', 'process.env.PORT');
      assert.deepEqual(await client.diagnostics('server.js'), []);
      client.edit('server.js', 'app.listen', '\n\napp.listen');
      client.edit('server.js', 'process.env.PORT', '3000');
      const [diagnostic] = await client.diagnostics('server.js');
      assert.equal(diagnostic?.range.start.line, 4);
    }));

  it('says unchanged while nothing has changed, and no longer', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js');
      const first = await client.pull('server.js');
      const again = await client.pull('server.js', first.resultId);
      assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
      client.edit('server.js', '3000', '4000');
      assert.equal((await client.pull('server.js', first.resultId)).kind, 'full');
    }));

  it('does not touch the disk when a document is edited', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js');
      await client.diagnostics('server.js');
      await client.idle();
      const { walks } = client.host;
      const reads = client.host.reads.length;
      for (let port = 3000; port < 3010; port++) {
        client.edit('server.js', String(port), String(port + 1));
        assert.equal((await client.diagnostics('server.js')).length, 1);
      }
      await client.idle();
      assert.equal(client.host.reads.length, reads);
      assert.equal(client.host.walks, walks);
    }));

  it('ignores a change that comes late', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js');
      client.edit('server.js', '3000', 'process.env.PORT');
      const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
      for (const version of [1, 2]) {
        client.change('server.js', [{ range, newText: server }], version);
        assert.deepEqual(await client.diagnostics('server.js'), []);
      }
    }));

  it('obeys the severity that is set, and a change of it', () =>
    MemoryClient.with(
      shop,
      async (client) => {
        client.open('server.js');
        const first = await client.pull('server.js');
        assert.equal(first.kind === 'full' && first.items[0]?.severity, 3);
        client.settings = { rules: { 'port-binding/*': 'off' } };
        client.notify('workspace/didChangeConfiguration', { settings: null });
        await client.idle();
        assert.equal(client.refreshes, 1);
        const second = await client.pull('server.js', first.resultId);
        assert.deepEqual(second.kind === 'full' && second.items, []);
      },
      { rules: { 'port-binding/hardcoded-port': 'information' } },
    ));

  it('obeys the config file of the folder, which wins, and a change of it', () =>
    MemoryClient.with(
      { ...shop, '.twelvefactor.json': '{ "rules": { "port-binding/hardcoded-port": "error" } }' },
      async (client) => {
        client.open('server.js');
        assert.equal((await client.diagnostics('server.js'))[0]?.severity, 1);
        client.write({ '.twelvefactor.json': '{ "rules": {} }' });
        await client.idle();
        assert.equal(client.refreshes, 1);
        assert.equal((await client.diagnostics('server.js'))[0]?.severity, 4);
      },
      { rules: { 'port-binding/hardcoded-port': 'hint' } },
    ));

  it('judges neither binary nor huge documents', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('binary.js', `${server}//\0`);
      client.open('huge.js', `${server}${'// much\n'.repeat(70_000)}`);
      assert.deepEqual(await client.diagnostics('binary.js'), []);
      assert.deepEqual(await client.diagnostics('huge.js'), []);
    }));

  it('leaves alone what git ignores', () =>
    MemoryClient.with({ ...shop, '.gitignore': 'generated/\n' }, async (client) => {
      client.open('generated/server.js', server);
      client.open('node_modules/lib/server.js', server);
      client.open('lib/server.js', server);
      assert.deepEqual(await client.diagnostics('generated/server.js'), []);
      assert.deepEqual(await client.diagnostics('node_modules/lib/server.js'), []);
      assert.equal((await client.diagnostics('lib/server.js')).length, 1);
    }));

  it('judges a document outside every folder', () =>
    MemoryClient.with(shop, async (client) => {
      const uri = 'untitled:Untitled-1';
      const textDocument = { uri, languageId: 'javascript', version: 1, text: server };
      client.notify('textDocument/didOpen', { textDocument });
      const report = await client.request<{ items: { code: string }[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      assert.deepEqual(
        report.items.map(({ code }) => code),
        ['port-binding/hardcoded-port'],
      );
    }));

  it('answers for a tab whose document is not loaded', () =>
    MemoryClient.with(shop, async (client) => {
      const report = await client.pull('server.js');
      assert.equal(report.kind === 'full' && report.items.length, 1);
      assert.equal((await client.pull('server.js', report.resultId)).kind, 'unchanged');
    }));
});
