import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MemoryClient } from '../harness/memory-client';

const options = { tabSize: 2, insertSpaces: true };

async function formatted(client: MemoryClient, path: string, range?: object): Promise<string> {
  const method = range ? 'rangeFormatting' : 'formatting';
  const edits = await client.ask<TextEdit[]>(method, path, undefined, { options, range });
  return TextDocument.applyEdits(client.document(path), edits);
}

describe('server: formatting', () => {
  const files = { '.env.local': 'A = 1 \nB = "x " \nC = 2', 'Procfile.dev': 'web:a  \nworker:  b' };

  it('is by the path, whatever the language', () =>
    MemoryClient.with(files, async (client) => {
      client.open('.env.local', undefined, 'ini');
      client.open('Procfile.dev', undefined, 'plaintext');
      assert.equal(await formatted(client, '.env.local'), 'A=1\nB="x "\nC=2\n');
      assert.equal(await formatted(client, 'Procfile.dev'), 'web: a\nworker: b\n');
    }));

  it('of a range touches its lines only', () =>
    MemoryClient.with(files, async (client) => {
      client.open('.env.local');
      const line = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
      assert.equal(await formatted(client, '.env.local', line), 'A = 1 \nB="x "\nC = 2');
      const last = { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } };
      assert.equal(await formatted(client, '.env.local', last), 'A = 1 \nB = "x " \nC=2\n');
    }));

  it('is registered for Procfiles and env files alone where the client can', () =>
    MemoryClient.with(
      files,
      async (client) => {
        const [registration, ...more] = client.registrations;
        assert.equal(registration?.method, 'textDocument/formatting');
        assert.deepEqual(more, []);
        const patterns = JSON.stringify(registration?.registerOptions);
        assert.match(patterns, /"\*\*\/Procfile"/);
        assert.match(patterns, /"\*\*\/\.env\.\*"/);
        assert.doesNotMatch(patterns, /language/);
      },
      {},
      undefined,
      undefined,
      { capabilities: { textDocument: { formatting: { dynamicRegistration: true } } } },
    ));
});
