import assert from 'node:assert/strict';
import type { Location, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MemoryClient } from '../harness/memory-client';

const files = {
  'package.json': '{ "scripts": { "dev": "foreman start worker" } }',
  Procfile: 'web: node web.js\nworker: node worker.js\nworker2: node x.js\n',
  'Procfile.dev': 'worker: nodemon worker.js\n',
  'app.json': '{ "formation": { "web": { "quantity": 1 }, "worker": { "quantity": 2 } } }',
  'docker-compose.yml': 'services:\n  worker:\n    build: .\n',
  'fly.toml': '[processes]\nworker = "node worker.js"\n[[services]]\nprocesses = ["worker"]\n',
  'README.md': 'Run `heroku ps:scale web=1 worker=2` or `foreman start worker`. The worker works.\n',
  'other/package.json': '{}',
  'other/Procfile': 'worker: node other.js\n',
};

async function places(client: MemoryClient, path: string, text: string): Promise<string[]> {
  const context = { includeDeclaration: true };
  const found = await client.ask<Location[] | null>('references', path, text, { context });
  return (found ?? []).map(({ uri, range }) => {
    const name = client.pathOf(uri);
    const content = client.documents.get(name)?.getText() ?? client.host.files.get(name) ?? '';
    assert.equal(TextDocument.create(uri, '', 0, content).getText(range), 'worker');
    return `${name}:${range.start.line + 1}:${range.start.character + 1}`;
  });
}

describe('server: process types', () => {
  it('are found in Procfiles, deploy files, compose files and documented commands', () =>
    MemoryClient.with(files, async (client) => {
      client.open('Procfile');
      client.open('app.json');
      const all = [
        'Procfile.dev:1:1',
        'Procfile:2:1',
        'README.md:1:28',
        'README.md:1:56',
        'app.json:1:45',
        'docker-compose.yml:2:3',
        'fly.toml:2:1',
        'fly.toml:4:15',
        'package.json:1:38',
      ];
      assert.deepEqual((await places(client, 'Procfile', 'worker:')).sort(), all);
      assert.deepEqual((await places(client, 'app.json', 'worker')).sort(), all);
    }));

  it('lead from the formation to the Procfile', () =>
    MemoryClient.with(files, async (client) => {
      client.open('app.json');
      const found = await client.ask<Location[] | null>('definition', 'app.json', 'worker');
      assert.deepEqual(
        found?.map(({ uri, range }) => `${client.pathOf(uri)}:${range.start.line + 1}`),
        ['Procfile:2', 'Procfile.dev:1'],
      );
    }));

  it('are renamed everywhere but in services of their name', () =>
    MemoryClient.with(files, async (client) => {
      client.open('Procfile');
      const edit = await client.ask<WorkspaceEdit>('rename', 'Procfile', 'worker:', { newName: 'jobs' });
      assert.deepEqual(client.applied(edit), {
        Procfile: 'web: node web.js\njobs: node worker.js\nworker2: node x.js\n',
        'Procfile.dev': 'jobs: nodemon worker.js\n',
        'app.json': '{ "formation": { "web": { "quantity": 1 }, "jobs": { "quantity": 2 } } }',
        'fly.toml': '[processes]\njobs = "node worker.js"\n[[services]]\nprocesses = ["jobs"]\n',
        'README.md': 'Run `heroku ps:scale web=1 jobs=2` or `foreman start jobs`. The worker works.\n',
        'package.json': '{ "scripts": { "dev": "foreman start jobs" } }',
      });
    }));

  it('keep their name where the new one cannot be', () =>
    MemoryClient.with(files, async (client) => {
      client.open('Procfile');
      const rename = (newName: string) => client.ask('rename', 'Procfile', 'worker:', { newName });
      await assert.rejects(rename('web'), /There is a process type web already/);
      await assert.rejects(rename('a b'), /letters, digits, dashes/);
    }));
});
