import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeAction } from 'vscode-languageserver/node';
import { MemoryClient } from '../harness/memory-client';

const manifest = JSON.stringify({ private: true, dependencies: { express: '^4', dotenv: '^16' } });
const server = "const express = require('express');\nexpress().listen(3000);\n";
const mailer = "const mailPassword = 'ohk3yohRaeJ7';\nmodule.exports = mailPassword;\n";
const shop = {
  'package.json': manifest,
  'server.js': server,
  'mail.js': mailer,
  '.env': 'LOG_LEVEL=info\n',
  '.env.example': 'LOG_LEVEL=\n',
  '.gitignore': 'node_modules/\n/.env\n',
};

function titled(actions: readonly CodeAction[], title: string): CodeAction {
  const found = actions.find((action) => action.title === title);
  assert.ok(found, `none of ${actions.map((action) => action.title).join(' | ')} is ${title}`);
  return found;
}

async function applied(client: MemoryClient, action: CodeAction): Promise<Record<string, string>> {
  const { edit } = await client.resolve(action);
  assert.ok(edit);
  return client.applied(edit);
}

describe('server: code actions', () => {
  it('offers the fix of a finding first, with its diagnostic and without its edit', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('mail.js');
      const [diagnostic] = await client.diagnostics('mail.js');
      assert.ok(diagnostic);
      const [first] = await client.actions('mail.js', 'ohk3', { diagnostics: [diagnostic] });
      assert.equal(first?.title, 'Move to env var MAIL_PASSWORD');
      assert.equal(first.kind, 'quickfix');
      assert.equal(first.isPreferred, true);
      assert.deepEqual(first.diagnostics, [diagnostic]);
      assert.equal(first.edit, undefined);
    }));

  it('moves a value out of the code in one edit of all files', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('mail.js');
      const [first] = await client.actions('mail.js', 'ohk3');
      assert.ok(first);
      assert.deepEqual(await applied(client, first), {
        'mail.js': 'const mailPassword = process.env.MAIL_PASSWORD;\nmodule.exports = mailPassword;\n',
        '.env': 'LOG_LEVEL=info\nMAIL_PASSWORD=ohk3yohRaeJ7\n',
        '.env.example': 'LOG_LEVEL=\nMAIL_PASSWORD=\n',
      });
    }));

  it('declares a package in the version of the installed copy', () =>
    MemoryClient.with(
      {
        'package.json': '{\n  "dependencies": {\n    "express": "^4.0.0"\n  }\n}\n',
        'web.js': "require('qs');\n",
      },
      async (client) => {
        client.open('web.js');
        const bare = await client.actions('web.js', 'qs');
        assert.ok(!bare.some(({ title }) => title.startsWith('Declare')));
        client.host.files.set('node_modules/qs/package.json', '{ "name": "qs", "version": "6.14.1" }');
        const action = titled(await client.actions('web.js', 'qs'), 'Declare qs in package.json');
        const { 'package.json': text } = await applied(client, action);
        assert.match(text ?? '', /"qs": "\^6\.14\.1"/);
      },
    ));

  it('declares a Python package in the version of its virtual environment', async () => {
    const cases = {
      '.venv/lib/python3.12/site-packages/pyyaml-6.0.2.dist-info/METADATA': 'pyyaml==6.0.2',
      'venv/Lib/site-packages/PyYAML-6.0.1.dist-info/METADATA': 'pyyaml==6.0.1',
    };
    for (const [installed, wanted] of Object.entries(cases))
      await MemoryClient.with(
        { 'requirements.txt': 'flask==3.1.0\n', 'app.py': 'import yaml\n' },
        async (client) => {
          client.host.files.set(installed, 'Name: PyYAML\n');
          client.open('app.py');
          const action = titled(await client.actions('app.py', 'yaml'), 'Declare pyyaml in requirements.txt');
          const { 'requirements.txt': text } = await applied(client, action);
          assert.equal(text, `flask==3.1.0\n${wanted}\n`);
        },
      );
  });

  it('prefers the version that the lockfile pins to that of the installed copy', () =>
    MemoryClient.with(
      {
        'package.json': '{\n  "dependencies": {\n    "express": "^4.0.0"\n  }\n}\n',
        'package-lock.json': JSON.stringify({
          lockfileVersion: 3,
          packages: { 'node_modules/qs': { version: '6.13.0' } },
        }),
        'web.js': "require('qs');\n",
      },
      async (client) => {
        client.host.files.set('node_modules/qs/package.json', '{ "name": "qs", "version": "6.14.1" }');
        client.open('web.js');
        const action = titled(await client.actions('web.js', 'qs'), 'Declare qs in package.json');
        assert.match((await applied(client, action))['package.json'] ?? '', /"qs": "\^6\.13\.0"/);
      },
    ));

  it('makes the env files that are missing', () =>
    MemoryClient.with({ 'package.json': manifest, 'mail.js': mailer }, async (client) => {
      client.open('mail.js');
      const [first] = await client.actions('mail.js', 'ohk3');
      assert.ok(first);
      const texts = await applied(client, first);
      assert.equal(texts['.env'], 'MAIL_PASSWORD=ohk3yohRaeJ7\n');
      assert.equal(texts['.env.example'], 'MAIL_PASSWORD=\n');
      assert.equal(texts['.gitignore'], '/.env\n');
    }));

  it('edits an env file as its editor has it', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('mail.js');
      client.open('.env', '# unsaved\n');
      client.edit('.env', 'unsaved', 'still unsaved');
      const [first] = await client.actions('mail.js', 'ohk3');
      assert.ok(first);
      const texts = await applied(client, first);
      assert.equal(texts['.env'], '# still unsaved\nMAIL_PASSWORD=ohk3yohRaeJ7\n');
    }));

  it('edits an env file as the disk has it by now', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('mail.js');
      const [first] = await client.actions('mail.js', 'ohk3');
      client.host.files.set('.env', 'LOG_LEVEL=info\nREGION=eu\n');
      assert.ok(first);
      const texts = await applied(client, first);
      assert.equal(texts['.env'], 'LOG_LEVEL=info\nREGION=eu\nMAIL_PASSWORD=ohk3yohRaeJ7\n');
    }));

  it('gives no edit for a text that has changed since', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('mail.js');
      const [first] = await client.actions('mail.js', 'ohk3');
      client.edit('mail.js', "'ohk3yohRaeJ7'", 'load()');
      assert.ok(first);
      assert.equal((await client.resolve(first)).edit, undefined);
    }));

  it('puts an ignore comment above the line, indented like it', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('server.js', server.replace('express()', 'if (true)\r\n    express()'));
      const title = 'Ignore port-binding/hardcoded-port on this line';
      const action = titled(await client.actions('server.js', '3000'), title);
      const texts = await applied(client, action);
      const lines = (texts['server.js'] ?? '').split(/\r?\n/);
      assert.equal(lines[2], '    // twelve-factor-ignore-next-line port-binding/hardcoded-port -- reason');
      client.open('server.js', texts['server.js']);
      assert.deepEqual(await client.diagnostics('server.js'), []);
    }));

  it('ignores in a Procfile with its own comment', () =>
    MemoryClient.with({ ...shop, Procfile: 'web: gunicorn app:app --bind :8000\n' }, async (client) => {
      client.open('Procfile');
      const title = 'Ignore port-binding/hardcoded-port on this line';
      const texts = await applied(client, titled(await client.actions('Procfile', '8000'), title));
      client.open('Procfile', texts.Procfile);
      assert.match(texts.Procfile ?? '', /^# twelve-factor-ignore-next-line port-binding/);
      assert.deepEqual(await client.diagnostics('Procfile'), []);
    }));

  it('offers no comment where none can stand', () =>
    MemoryClient.with(shop, async (client) => {
      const page = `const a = \`\n\${require('express')().listen(3000)}\n\`;\n`;
      client.open('page.js', page);
      assert.equal((await client.diagnostics('page.js')).length, 1);
      const actions = await client.actions('page.js', '3000');
      assert.ok(!actions.some(({ title }) => title.startsWith('Ignore')));
    }));
});

describe('server: move any literal to an env var', () => {
  const code =
    "const retries = 5;\nconst greeting = 'hello there';\nconst fs = require('fs');\nfs.a(process.env['HOME']);\n";

  it('offers it for strings and numbers under the cursor', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('job.js', code);
      const number = titled(await client.actions('job.js', '5'), 'Move to env var RETRIES');
      const string = titled(await client.actions('job.js', 'there'), 'Move to env var GREETING');
      assert.equal(number.kind, 'refactor.extract');
      const texts = await applied(client, number);
      assert.match(texts['job.js'] ?? '', /^const retries = Number\(process\.env\.RETRIES\);/);
      assert.equal((await applied(client, string))['.env'], "LOG_LEVEL=info\nGREETING='hello there'\n");
    }));

  it('offers it not for imports and names of variables', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('job.js', code);
      assert.deepEqual(await client.actions('job.js', "fs'"), []);
      assert.deepEqual(await client.actions('job.js', 'HOME'), []);
    }));

  it('stays quiet while the cursor only passes by', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('job.js', code);
      const selected = client.rangeOf('job.js', '5');
      const cursor = { start: selected.start, end: selected.start };
      assert.deepEqual(await client.actionsAt('job.js', cursor, { triggerKind: 2 }), []);
      assert.equal((await client.actionsAt('job.js', selected, { triggerKind: 2 })).length, 2);
      assert.equal((await client.actionsAt('job.js', cursor, { triggerKind: 1 })).length, 2);
    }));

  it('gives only the kinds that are asked for', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('mail.js');
      const kinds = async (only: string[]): Promise<string[]> => {
        const actions = await client.actions('mail.js', 'ohk3', { only });
        return [...new Set(actions.map(({ kind }) => kind ?? ''))];
      };
      assert.deepEqual(await kinds(['quickfix']), ['quickfix']);
      assert.deepEqual(await kinds(['refactor']), ['refactor.extract']);
      assert.deepEqual(await kinds(['source']), []);
    }));

  it('lets the user type the name over', () =>
    MemoryClient.with(shop, async (client) => {
      client.open('job.js', code);
      const action = titled(await client.actions('job.js', '5'), 'Move to env var…');
      const { uri } = client.document('job.js');
      const range = client.rangeOf('job.js', '5');
      assert.equal(action.command?.command, 'twelveFactor.nameEnvVar');
      assert.deepEqual(action.command.arguments, [{ uri, range, name: 'RETRIES' }]);
    }));
});
