import assert from 'node:assert/strict';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import type { SuggestProcfileResult } from '../../core/protocol';
import { suggestProcfileMethod } from '../../core/protocol';
import { MemoryClient } from '../harness/memory-client';

const files = {
  'package.json': '{ "scripts": { "start": "KEY=abc node web/server.js", "jobs": "node jobs.js" } }',
  'web/server.js': '',
  'requirements.txt': 'gunicorn\n',
  Procfile: 'web: gunicorn shop:app --workers 2\njob: npm run jobs\nstart: npm start\n\n',
};
const snippets = {
  capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
};

async function complete(client: MemoryClient, typed: string): Promise<CompletionItem[]> {
  const document = client.open('Procfile', files.Procfile + typed);
  return client.completion('Procfile', document.positionAt(files.Procfile.length + typed.length));
}

async function hover(client: MemoryClient, text: string): Promise<string> {
  const found = await client.ask<Hover | null>('hover', 'Procfile', text);
  const contents = found?.contents;
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

describe('server: completion in a Procfile', () => {
  it('gives scripts, options with snippets, and env vars', () =>
    MemoryClient.with(
      files,
      async (client) => {
        const scripts = await complete(client, 'x: npm run ');
        assert.deepEqual(
          scripts.map(({ label }) => label),
          ['start', 'jobs'],
        );
        const options = await complete(client, 'x: gunicorn a:b --th');
        const threads = options.find(({ label }) => label.startsWith('--threads'));
        assert.equal(threads?.textEdit?.newText, '--threads $' + '{1:number}');
        const bind = options.find(({ label }) => label.startsWith('--bind'));
        assert.equal(bind?.textEdit?.newText, '--bind 0.0.0.0:$PORT');
        assert.match(JSON.stringify(bind?.documentation), /docs\.gunicorn\.org/);
        const names = await complete(client, 'x: echo $PO');
        assert.deepEqual(
          names.map(({ label }) => label),
          ['PORT'],
        );
      },
      {},
      undefined,
      undefined,
      snippets,
    ));

  it('is asked for at a blank in Procfiles only, and once for each document', async () => {
    const capabilities = { textDocument: { completion: { dynamicRegistration: true } } };
    await MemoryClient.with(
      files,
      async (client) => {
        await client.idle();
        const found = client.registrations.filter(({ method }) => method === 'textDocument/completion');
        const options = found.map(({ registerOptions }) => registerOptions as CompletionOptions);
        assert.equal(options.length, 4);
        const [code, procfile, around] = options;
        assert.ok(
          around?.documentSelector.every(({ pattern }) => pattern && !/[Pp]rocfile|\.env/.test(pattern)),
        );
        assert.ok(procfile?.documentSelector.every(({ pattern }) => /[Pp]rocfile/.test(pattern ?? '')));
        assert.ok(procfile?.triggerCharacters.includes(' '));
        assert.ok(!code?.triggerCharacters.includes(' '));
        assert.ok(!code?.documentSelector.some(({ pattern }) => /[Pp]rocfile/.test(pattern ?? '')));
        assert.ok(code?.documentSelector.some(({ language }) => language === 'python'));
      },
      {},
      undefined,
      undefined,
      { capabilities },
    );
  });
});

interface CompletionOptions {
  readonly triggerCharacters: readonly string[];
  readonly documentSelector: readonly { readonly pattern?: string; readonly language?: string }[];
}

describe('server: hover in a process command', () => {
  it('tells of the program, its options and the scripts it runs', () =>
    MemoryClient.with(files, async (client) => {
      client.open('Procfile');
      assert.match(await hover(client, 'gunicorn'), /Serves a Python WSGI app.*docs\.gunicorn\.org/s);
      assert.match(await hover(client, '--workers'), /`--workers number`, `-w number`, option of gunicorn/);
      assert.match(await hover(client, '2\n'), /How many worker processes/);
      assert.match(await hover(client, 'jobs\n'), /script of \[package\.json\].*node jobs\.js/s);
      const start = await hover(client, 'start\n');
      assert.match(start, /node web\/server\.js/);
      assert.doesNotMatch(start, /abc/, 'what a script gives to variables is masked');
    }));
});

describe('server: the Procfile of an app', () => {
  it('is suggested for a folder', () =>
    MemoryClient.with(
      { ...files, 'api/package.json': '{ "scripts": { "start": "node x.js" } }' },
      async (client) => {
        const ask = (folder: string) =>
          client.request<SuggestProcfileResult>(suggestProcfileMethod, { folder });
        const { processes, complete: isComplete } = await ask('file:///app');
        assert.ok(isComplete);
        assert.deepEqual(
          processes.map(({ type, command }) => `${type}: ${command}`),
          ['web: npm start'],
        );
        const [nested] = (await ask('file:///app/api/')).processes;
        assert.equal(nested?.command, 'node x.js');
      },
    ));
});
