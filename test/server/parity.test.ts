import assert from 'node:assert/strict';
import { type ParityResult, parityMethod } from '../../core/protocol';
import { MemoryClient } from '../harness/memory-client';

const shop = {
  'package.json': '{"private": true}',
  '.nvmrc': '18\n',
  Dockerfile: 'FROM node:20\nCMD ["node", "server.js"]\n',
};

describe('server: parity', () => {
  it('compares the places of each app, with what open editors hold', () =>
    MemoryClient.with(shop, async (client) => {
      await client.idle();
      const first = await client.request<ParityResult>(parityMethod, {});
      assert.ok(first.complete);
      const [node] = first.apps[0]?.rows ?? [];
      assert.equal(node?.difference, 'versions differ');
      assert.deepEqual(
        node?.cells.map(({ column, text, path, range }) => [column, text, path, range.start]),
        [
          ['local', '18', '.nvmrc', { line: 0, character: 0 }],
          ['dockerfile', '20', 'Dockerfile', { line: 0, character: 10 }],
        ],
      );
      client.open('Dockerfile');
      client.edit('Dockerfile', '20', '18');
      const second = await client.request<ParityResult>(parityMethod, {});
      assert.equal(second.apps[0]?.rows[0]?.difference, null);
    }));
});
