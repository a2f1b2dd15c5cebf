import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  Location,
  MarkupContent,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { MemoryClient } from '../harness/memory-client';

const secret = `k8F${'q2zLw9'}`;
const dollar = '$';
const files = {
  'package.json': '{"private":true,"dependencies":{"express":"1"}}',
  '.env': `SHOP_KEY=${secret}\n`,
  '.env.example': 'SHOP_KEY=\nSHOP_REGION=\n',
  'compose.yaml': [
    'services:',
    '  web:',
    '    build: .',
    '    environment:',
    `      SHOP_KEY: ${dollar}{SHOP_KEY}`,
    '      SHOP_MODE: fast',
    `    command: node app.js ${dollar}{SHOP_REGION:-eu}`,
    '',
  ].join('\n'),
  '.github/workflows/test.yml': [
    'on: push',
    'env:',
    '  SHOP_MODE: slow',
    'jobs:',
    '  test:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - run: npm test',
    '        env:',
    '          SHOP_KEY: x',
    '',
  ].join('\n'),
  Dockerfile: 'FROM node:22\nENV SHOP_MODE=image\nCMD ["node", "app.js"]\n',
  'app.js': 'start(process.env.SHOP_KEY, process.env.SHOP_MODE, process.env.SHOP_LOST);\n',
};

function places(client: MemoryClient, found: readonly Location[]): string[] {
  return found.map(({ uri, range }) => `${client.pathOf(uri)}:${range.start.line + 1}`).sort();
}

async function labels(client: MemoryClient, path: string, marked: string): Promise<CompletionItem[]> {
  const at = marked.indexOf('|');
  const document = client.open(path, marked.replace('|', ''));
  return client.completion(path, document.positionAt(at));
}

describe('server: env vars in every file', () => {
  it('are found, highlighted and renamed in compose files, workflows and Dockerfiles', () =>
    MemoryClient.with(files, async (client) => {
      for (const path of Object.keys(files)) client.open(path);
      const context = { includeDeclaration: true };
      const found = await client.ask<Location[]>('references', 'app.js', 'SHOP_MODE', { context });
      assert.deepEqual(places(client, found), [
        '.github/workflows/test.yml:3',
        'Dockerfile:2',
        'app.js:1',
        'compose.yaml:6',
      ]);
      const marks = await client.ask<DocumentHighlight[]>('documentHighlight', 'compose.yaml', 'SHOP_KEY');
      assert.equal(marks.length, 2);
      const edit = await client.ask<WorkspaceEdit>('rename', 'compose.yaml', 'SHOP_MODE', {
        newName: 'SHOP_PACE',
      });
      const texts = client.applied(edit);
      assert.match(texts['compose.yaml'] ?? '', /SHOP_PACE: fast/);
      assert.match(texts.Dockerfile ?? '', /ENV SHOP_PACE=image/);
      assert.match(texts['.github/workflows/test.yml'] ?? '', /SHOP_PACE: slow/);
      assert.match(texts['app.js'] ?? '', /process\.env\.SHOP_PACE/);
      const refused = client.ask('rename', 'app.js', 'SHOP_KEY', { newName: 'SHOP_MODE' });
      await assert.rejects(refused, /SHOP_MODE is already used in/);
    }));

  it('are told of on hover with every place, and no value', () =>
    MemoryClient.with(files, async (client) => {
      client.open('app.js');
      const { start } = client.rangeOf('app.js', 'SHOP_KEY');
      const hover = await client.hover('app.js', { ...start, character: start.character + 1 });
      const told = (hover?.contents as MarkupContent | undefined)?.value ?? '';
      for (const path of ['.env', 'compose.yaml', '.env.example', 'app.js'])
        assert.ok(told.includes(`[${path}]`), told);
      assert.ok(!told.includes(secret));
      assert.ok(!client.sent.includes(secret));
    }));

  it('complete in compose files, workflows, Dockerfiles and scripts', () =>
    MemoryClient.with(files, async (client) => {
      const inThese: [string, string][] = [
        ['compose.yaml', `services:\n  web:\n    command: x ${dollar}{|}\n`],
        ['compose.yaml', 'services:\n  web:\n    environment:\n      S|\n'],
        ['compose.yaml', 'services:\n  web:\n    environment:\n      - |\n'],
        ['.github/workflows/test.yml', 'on: push\nenv:\n  SHOP|\n'],
        ['.github/workflows/test.yml', `jobs:\n  a:\n    steps:\n      - run: x ${dollar}{{ env.| }}\n`],
        ['Dockerfile', 'FROM x\nENV |\n'],
        ['start.sh', `#!/bin/sh\necho "${dollar}|"\n`],
      ];
      for (const [path, marked] of inThese) {
        const names = (await labels(client, path, marked)).map(({ label }) => label);
        assert.ok(names.includes('SHOP_REGION'), `${path}: ${marked} gave ${names}`);
      }
      const elsewhere: [string, string][] = [
        ['compose.yaml', 'services:\n  |\n'],
        ['compose.yaml', 'services:\n  web:\n    image: |\n'],
        ['Dockerfile', 'FROM |\n'],
      ];
      for (const [path, marked] of elsewhere)
        assert.deepEqual(await labels(client, path, marked), [], marked);
    }));

  it('are offered as new ones while nobody knows them, and added when taken', () =>
    MemoryClient.with(
      files,
      async (client) => {
        const items = await labels(client, 'app.js', 'start(process.env.SHOP_NEW|);\n');
        const item = items.find(({ label }) => label === 'SHOP_NEW');
        assert.equal(item?.command?.command, 'twelveFactor.env.add');
        const edit = await client.request<WorkspaceEdit>(
          'twelveFactor/addEnvVar',
          item?.command?.arguments?.[0],
        );
        const texts = client.applied(edit);
        assert.match(texts['.env'] ?? '', /^SHOP_NEW=$/m);
        assert.match(texts['.env.example'] ?? '', /^SHOP_NEW=$/m);
        const known = await labels(client, 'app.js', 'start(process.env.SHOP_KEY|);\n');
        assert.equal(known.find(({ label }) => label === 'SHOP_KEY')?.command, undefined);
      },
      {},
      undefined,
      undefined,
      { capabilities: { workspace: { applyEdit: true } } },
    ));

  it('are symbols of the workspace wherever they are set', () =>
    MemoryClient.with(files, async (client) => {
      const found = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'shop_mode' });
      assert.deepEqual(found.map(({ containerName }) => containerName).sort(), [
        '.github/workflows/test.yml',
        'Dockerfile',
        'compose.yaml',
      ]);
    }));

  it('are drawn faded where nothing reads them', () =>
    MemoryClient.with({ ...files, '.env': `SHOP_KEY=${secret}\nSHOP_STALE=1\n` }, async (client) => {
      client.open('.env');
      const found: Diagnostic[] = await client.diagnostics('.env');
      const unused = found.filter(({ code }) => code === 'config/unused-variable');
      assert.deepEqual(
        unused.map(({ tags, message }) => [tags, /SHOP_STALE/.test(String(message))]),
        [[[1], true]],
      );
    }));

  it('are missed where code reads one that nothing sets, until a fix adds it', () =>
    MemoryClient.with(files, async (client) => {
      client.open('app.js');
      const before = await client.diagnostics('app.js');
      const missed = before.filter(({ code }) => code === 'config/undefined-variable');
      assert.deepEqual(
        missed.map(({ range }) => range),
        [client.rangeOf('app.js', 'SHOP_LOST')],
      );
      client.open('.env.example', 'SHOP_KEY=\nSHOP_REGION=\nSHOP_LOST=\n');
      const after = await client.diagnostics('app.js');
      assert.ok(!after.some(({ code }) => code === 'config/undefined-variable'), 'the open editor wins');
    }));

  it('have their file restricted by a command where every user may read it', () =>
    MemoryClient.with(
      {
        ...files,
        '.env': `SHOP_PASSWORD=${secret}\n`,
        '.gitignore': '.env\n',
        '.git/exposed': '.env\n',
        '.git/tracked': 'app.js\n',
      },
      async (client) => {
        client.open('.env');
        const found = await client.diagnostics('.env');
        const exposed = found.find(({ code }) => code === 'config/dotenv-readable');
        assert.ok(exposed);
        const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
          textDocument: { uri: client.uri('.env') },
          range: exposed.range,
          context: { diagnostics: [exposed] },
        });
        const action = actions.find(({ command }) => command?.command === 'twelveFactor.env.restrict');
        assert.deepEqual(action?.command?.arguments, [client.uri('.env')]);
      },
    ));
});
