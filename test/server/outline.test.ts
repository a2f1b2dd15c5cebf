import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DocumentSymbol, FoldingRange, SymbolInformation } from 'vscode-languageserver/node';
import { MemoryClient } from '../harness/memory-client';

const env = [
  'FIRST=1',
  '',
  '# === Database ===',
  '# where the orders are',
  'DATABASE_URL="one',
  'two"',
  'POOL = 5 # enough',
  '',
  '# OLD_NAME=secret-of-old',
  '# OTHER_NAME=secret-of-other',
  'LAST=1',
].join('\n');
const procfile = '# one\n# two\nweb: TOKEN=abc123 node a.js\n# three\nworker: node b.js\n\n# four\n# five\n';
const files = { 'package.json': '{"private":true}', '.env': env, Procfile: procfile, 'a.js': '' };

function names(symbols: readonly DocumentSymbol[] | null): unknown[] {
  return (symbols ?? []).map(({ name, children }) => (children ? [name, ...names(children)] : name));
}

function lines(folds: readonly FoldingRange[] | null): string[] {
  return (folds ?? []).map(({ startLine, endLine, kind }) => `${startLine}–${endLine} ${kind}`);
}

describe('server: document symbols', () => {
  it('are the names of an env file below its headings, without values', () =>
    MemoryClient.with(files, async (client) => {
      client.open('.env', env, 'properties');
      const symbols = await client.ask<DocumentSymbol[]>('documentSymbol', '.env');
      assert.deepEqual(names(symbols), ['FIRST', ['Database', 'DATABASE_URL', 'POOL', 'LAST']]);
      assert.doesNotMatch(client.sent, /secret-of/);
      const url = symbols[1]?.children?.[0];
      assert.deepEqual(url?.selectionRange, client.rangeOf('.env', 'DATABASE_URL'));
      assert.equal(url?.range.end.line, 5);
    }));

  it('are the variables of a compose file below their services, and those of a Dockerfile, without values', () => {
    const compose =
      'services:\n  web:\n    image: shop\n    environment:\n      SHOP_MODE: secret-of-web\n      PASSED: $PASSED\n  worker:\n    environment:\n      - SHOP_QUEUE=secret-of-worker\n';
    const docker = 'FROM node:22\nENV SHOP_MODE=secret-of-image PORT=80\n';
    return MemoryClient.with({ ...files, 'compose.yaml': compose, Dockerfile: docker }, async (client) => {
      client.open('compose.yaml', compose, 'yaml');
      client.open('Dockerfile', docker, 'dockerfile');
      const symbols = await client.ask<DocumentSymbol[]>('documentSymbol', 'compose.yaml');
      assert.deepEqual(names(symbols), [
        ['web', 'SHOP_MODE', 'PASSED'],
        ['worker', 'SHOP_QUEUE'],
      ]);
      assert.deepEqual(names(await client.ask<DocumentSymbol[]>('documentSymbol', 'Dockerfile')), [
        'SHOP_MODE',
        'PORT',
      ]);
      assert.doesNotMatch(client.sent, /secret-of/);
    });
  });

  it('are the process types of a Procfile, with their commands', () =>
    MemoryClient.with(files, async (client) => {
      client.open('Procfile', procfile, 'plaintext');
      const symbols = await client.ask<DocumentSymbol[]>('documentSymbol', 'Procfile');
      assert.deepEqual(
        symbols.map(({ name, detail }) => [name, detail]),
        [
          ['web', 'TOKEN=••• node a.js'],
          ['worker', 'node b.js'],
        ],
      );
    }));

  it('are left to others in code', () =>
    MemoryClient.with(files, async (client) => {
      client.open('a.js');
      for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'formatting']) {
        const answer = await client.ask<unknown[] | null>(method, 'a.js');
        assert.ok(answer === null || answer.length === 0, method);
      }
    }));
});

describe('server: folding', () => {
  it('is by sections and runs of comments in an env file', () =>
    MemoryClient.with(files, async (client) => {
      client.open('.env');
      const folds = await client.ask<FoldingRange[]>('foldingRange', '.env');
      assert.deepEqual(lines(folds), ['2–3 comment', '8–9 comment', '3–10 region']);
    }));

  it('is by runs of comments in a Procfile', () =>
    MemoryClient.with(files, async (client) => {
      client.open('Procfile');
      const folds = await client.ask<FoldingRange[]>('foldingRange', 'Procfile');
      assert.deepEqual(lines(folds), ['0–1 comment', '6–7 comment']);
    }));
});

describe('server: workspace symbols', () => {
  const ask = (client: MemoryClient, query: string): Promise<SymbolInformation[]> =>
    client.request('workspace/symbol', { query });

  it('are variables and process types of all apps', () =>
    MemoryClient.with(
      { ...files, 'api/Procfile': 'web: x\n', 'api/.env.example': 'KEY=\n' },
      async (client) => {
        const all = (await ask(client, '')).map(({ name, containerName }) => `${name} ${containerName}`);
        assert.deepEqual(all.sort(), [
          'DATABASE_URL .env',
          'FIRST .env',
          'KEY api/.env.example',
          'LAST .env',
          'POOL .env',
          'TOKEN Procfile',
          'web Procfile',
          'web api/Procfile',
          'worker Procfile',
        ]);
      },
    ));

  it('are found by their letters in order, where the open editor has them', () =>
    MemoryClient.with(files, async (client) => {
      client.open('.env', '\n\nDATABASE_URL=1\n');
      const [found, ...more] = await ask(client, 'dburl');
      assert.equal(found?.name, 'DATABASE_URL');
      assert.deepEqual(found?.location, {
        uri: client.uri('.env'),
        range: client.rangeOf('.env', 'DATABASE_URL'),
      });
      assert.deepEqual(more, []);
    }));
});
