import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeLens } from 'vscode-languageserver/node';
import { trustedMethod } from '../../core/protocol';
import { MemoryClient, type Settings, type Traits } from '../harness/memory-client';

const text = 'web: a\nworker: b\nweb: c\n';
const files = { Procfile: text, 'Procfile.dev': text, 'apps/my shop/Procfile': text };

async function lenses(client: MemoryClient, path: string): Promise<string[]> {
  client.open(path);
  const found = await client.ask<CodeLens[] | null>('codeLens', path);
  return (found ?? []).map(({ range, command }) => {
    return `${range.start.line} ${command?.command.slice(21)} ${command?.arguments?.join()}`;
  });
}

function withClient(use: (client: MemoryClient) => Promise<void>, settings?: Settings, traits?: Traits) {
  return MemoryClient.with(files, use, settings, undefined, undefined, traits);
}

function rows(root: string): string[] {
  return [`0 ${root}#web`, `1 ${root}#worker`].flatMap((row) => {
    const [line, key] = row.split(' ', 2);
    return ['start', 'stop', 'restart', 'scaleTo'].map((verb) => `${line} ${verb} ${key}`);
  });
}

describe('server: code lens', () => {
  it('starts and stops each process type by the key of its row', () =>
    withClient(async (client) => {
      assert.deepEqual(await lenses(client, 'Procfile'), rows('file:///app'));
      assert.deepEqual(await lenses(client, 'apps/my shop/Procfile'), rows('file:///app/apps/my%20shop'));
    }));

  it('debugs where the client can, and counts no process that runs once', () =>
    MemoryClient.with(
      { Procfile: 'web: a\nrelease: b\n' },
      async (client) => {
        assert.deepEqual(await lenses(client, 'Procfile'), [
          '0 start file:///app#web',
          '0 debug file:///app#web',
          '0 scaleTo file:///app#web',
          '1 start file:///app#release',
          '1 debug file:///app#release',
        ]);
      },
      {},
      undefined,
      undefined,
      {
        initializationOptions: {
          trusted: true,
          commands: ['start', 'debug', 'scaleTo'].map((verb) => `twelveFactor.process.${verb}`),
        },
      },
    ));

  it('stands in the Procfile that the formation runs', () =>
    withClient(
      async (client) => {
        assert.deepEqual(await lenses(client, 'Procfile'), []);
        assert.deepEqual(await lenses(client, 'Procfile.dev'), rows('file:///app'));
      },
      { formation: { procfile: 'Procfile.dev' } },
    ));

  it('goes with its setting, and the client is asked to look again', () =>
    withClient(
      async (client) => {
        assert.deepEqual(await lenses(client, 'Procfile'), []);
        client.settings = {};
        client.notify('workspace/didChangeConfiguration', { settings: null });
        await client.idle();
        assert.deepEqual(await lenses(client, 'Procfile'), rows('file:///app'));
        assert.ok(client.lensRefreshes > 0);
      },
      { codeLens: { enabled: false } },
      { capabilities: { workspace: { codeLens: { refreshSupport: true } } } },
    ));

  it('waits for the workspace to be trusted', () =>
    withClient(
      async (client) => {
        assert.deepEqual(await lenses(client, 'Procfile'), []);
        client.notify(trustedMethod, undefined);
        assert.deepEqual(await lenses(client, 'Procfile'), rows('file:///app'));
        assert.ok(client.lensRefreshes > 0);
      },
      {},
      {
        initializationOptions: { trusted: false },
        capabilities: { workspace: { codeLens: { refreshSupport: true } } },
      },
    ));
});
