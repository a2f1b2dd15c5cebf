import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'mocha';
import type { CodeAction, Position } from 'vscode-languageserver/node';
import { moveToEnvVarMethod } from '../../core/protocol';
import { MemoryClient } from '../harness/memory-client';

const shapes: ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => `"${secret} and more"`,
  (secret) => `postgres://shop:${secret}@db.internal:5432/shop`,
  (secret) => `'${secret}'   # ${randomName()}`,
  (secret) => `"line one\n${secret}\nline three"`,
  (secret) => `\${OTHER}${secret}`,
];

function randomName(): string {
  return `K${randomBytes(6).toString('hex').toUpperCase()}`;
}

function randomSecret(): string {
  return randomBytes(12).toString('hex');
}

/** Everything that the features can be asked about an open document. */
async function askEverything(client: MemoryClient, path: string): Promise<CodeAction[]> {
  const document = client.document(path);
  await client.pull(path);
  const actions: CodeAction[] = [];
  await askOfWhole(client, path);
  for (let line = 0; line < document.lineCount; line++) {
    const start = { line, character: 0 };
    const end = { line: line + 1, character: 0 };
    const length = document.getText({ start, end }).length;
    for (let character = 0; character < length; character += 2) {
      await client.hover(path, { line, character });
      await client.completion(path, { line, character });
      if (character % 8 === 0) await askAt(client, path, { line, character });
      const at = { start: { line, character }, end: { line, character } };
      actions.push(...(await client.actionsAt(path, at, { triggerKind: 1 })));
    }
    actions.push(...(await client.actionsAt(path, { start, end }, { triggerKind: 1 })));
  }
  return actions;
}

/** What a document as a whole, and the workspace, can be asked. */
async function askOfWhole(client: MemoryClient, path: string): Promise<void> {
  const options = { tabSize: 2, insertSpaces: true };
  const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
  for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens']) {
    await client.ask(method, path);
  }
  await client.ask('formatting', path, undefined, { options });
  await client.ask('rangeFormatting', path, undefined, { options, range });
  await client.request('workspace/symbol', { query: '' });
}

async function askAt(client: MemoryClient, path: string, position: Position): Promise<void> {
  const textDocument = { uri: client.uri(path) };
  const params = { textDocument, position, context: { includeDeclaration: true }, newName: 'NEW_NAME' };
  for (const method of ['definition', 'documentHighlight', 'prepareRename', 'references', 'rename']) {
    // A refusal is an answer too.
    await client.request(`textDocument/${method}`, params).catch((error: unknown) => String(error));
  }
}

function valuesIn(text: string, secrets: readonly string[]): string[] {
  return secrets.filter((secret) => text.includes(secret));
}

describe('server: secrets', () => {
  const secrets = Array.from({ length: 200 }, randomSecret);
  const names = secrets.map(randomName);
  const env = secrets.map((secret, at) => `${names[at]}=${shapes[at % shapes.length]?.(secret)}\n`);
  const credential = `${randomSecret()}Qz`;
  const files = {
    'package.json': '{"private":true,"dependencies":{"express":"*"}}',
    '.env': env.slice(0, 90).join(''),
    '.env.local': env.slice(60, 150).join(''),
    '.env.example': `${names.slice(0, 40).join('=\n')}=\n`,
    'config/.env.production': env.slice(150).join(''),
    'server.js': [
      "const express = require('express');",
      `const mailPassword = '${credential}';`,
      `express().listen(3000, process.env.${names[0]}, process.env.${names[65]});`,
      `const { ${names[1]}, ${names[2]} } = process.env;`,
      '',
    ].join('\n'),
    'worker.py': `import os\npassword = "${credential}"\nprint(os.environ["${names[3]}"])\n`,
    Procfile: `web: TOKEN=${credential} gunicorn app --bind :8000 --name $${names[0]} \${${names[66]}}\n`,
  };

  it('of env files and code are in no answer, but for the edit that moves them', () =>
    MemoryClient.with(files, async (client) => {
      const actions: CodeAction[] = [];
      await client.pullWorkspace();
      for (const path of ['server.js', 'worker.py', 'Procfile', '.env.example']) {
        client.open(path);
        actions.push(...(await askEverything(client, path)));
      }
      client.edit('server.js', 'mailPassword', 'mailSecret');
      await client.pull('server.js');
      await client.idle();
      assert.deepEqual(valuesIn(client.sent, [...secrets, credential]), []);

      const before = client.sent.length;
      const range = client.rangeOf('server.js', `'${credential}'`);
      const textDocument = { uri: client.uri('server.js') };
      await client.request(moveToEnvVarMethod, { textDocument, range, name: 'MAIL_SECRET' });
      for (const action of new Map(actions.map((one) => [JSON.stringify(one), one])).values()) {
        await client.resolve(action);
      }
      const edits = client.sent.slice(before);
      assert.deepEqual(valuesIn(edits, [...secrets, credential]), [credential]);
    }));

  it('of an env file that is open are in no answer', () =>
    MemoryClient.with(files, async (client) => {
      const commented = `# ${env[100]}#${env[104]}`;
      client.open(
        '.env.local',
        `${commented}\n${env.slice(0, 12).join('').replace(/=/g, ' = ')}   \n${commented}A=1`,
      );
      await askEverything(client, '.env.local');
      client.edit('.env.local', names[3] ?? '', 'BROKEN LINE');
      await client.pull('.env.local');
      await client.idle();
      assert.deepEqual(valuesIn(client.sent, secrets), []);
      assert.ok(client.sent.includes(names[0] ?? '?'), 'names are shown');
    }));
});
