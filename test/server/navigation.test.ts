import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  DefinitionLink,
  DocumentHighlight,
  DocumentLink,
  Location,
  Range,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MemoryClient } from '../harness/memory-client';

const files = {
  'package.json':
    '{\n  "private": true,\n  "scripts": {\n    "start": "node web/server.js",\n    "build": "x"\n  }\n}\n',
  '.env': '# first\nSHOP_URL=one\nONLY_SET=1\nFULL="$' + '{SHOP_URL}/x"\n',
  '.env.local': 'SHOP_URL=two\n',
  '.env.example': 'SHOP_URL=\nONLY_SHOWN=\n',
  'web/server.js':
    'use(process.env.SHOP_URL, process.env.ONLY_SHOWN);\nconst again = process.env.SHOP_URL;\n',
  'jobs/run.py': 'import os\nurl = os.environ["SHOP_URL"]\n',
  'shop/wsgi.py': 'app = 1\n',
  'docker-compose.yml':
    'services:\n  web:\n    environment:\n      - SHOP_URL\n      - OTHER=$' + '{ONLY_SET}\n',
  Procfile: [
    'web: node web/server.js $SHOP_URL',
    'start: npm start',
    'api: gunicorn shop.wsgi:app --bind :$PORT',
    'job: ONLY_SET=2 python jobs/run.py',
    'gone: node gone.js && npm run gone',
    '',
  ].join('\n'),
  'api/Procfile': 'web: node ../web/server.js $SHOP_URL\n',
};

/** `path:line:column` with what stands there. */
function placeOf(client: MemoryClient, uri: string, range: Range): string {
  const path = client.pathOf(uri);
  const text = client.documents.get(path)?.getText() ?? client.host.files.get(path) ?? '';
  const said = TextDocument.create(uri, '', 0, text).getText(range);
  return `${path}:${range.start.line + 1}:${range.start.character + 1} ${said}`.trim();
}

async function definitions(client: MemoryClient, path: string, text: string): Promise<string[]> {
  const found = await client.ask<Location[] | null>('definition', path, text);
  return (found ?? []).map(({ uri, range }) => placeOf(client, uri, range));
}

describe('server: definition', () => {
  it('of a variable is where env files set it, else where they document it', () =>
    MemoryClient.with(files, async (client) => {
      for (const path of [
        'web/server.js',
        'jobs/run.py',
        'Procfile',
        '.env',
        'docker-compose.yml',
        'api/Procfile',
      ])
        client.open(path);
      const both = ['.env:2:1 SHOP_URL', '.env.local:1:1 SHOP_URL'];
      assert.deepEqual(await definitions(client, 'web/server.js', 'SHOP_URL'), both);
      assert.deepEqual(await definitions(client, 'jobs/run.py', 'SHOP_URL'), both);
      assert.deepEqual(await definitions(client, 'Procfile', 'SHOP_URL'), both);
      assert.deepEqual(await definitions(client, 'api/Procfile', 'SHOP_URL'), both, 'of the app above');
      assert.deepEqual(await definitions(client, '.env', 'SHOP_URL}'), both);
      assert.deepEqual(await definitions(client, 'web/server.js', 'ONLY_SHOWN'), [
        '.env.example:2:1 ONLY_SHOWN',
      ]);
      assert.deepEqual(await definitions(client, 'docker-compose.yml', 'SHOP_URL'), both);
      assert.deepEqual(await definitions(client, 'docker-compose.yml', 'ONLY_SET'), [
        '.env:3:1 ONLY_SET',
        'Procfile:4:6 ONLY_SET',
      ]);
      assert.deepEqual(await definitions(client, 'docker-compose.yml', 'services'), []);
    }));

  it('of what a command names is its script, file or module', () =>
    MemoryClient.with(files, async (client) => {
      client.open('Procfile');
      client.open('api/Procfile');
      assert.deepEqual(await definitions(client, 'Procfile', 'start\n'), ['package.json:4:6 start']);
      assert.deepEqual(await definitions(client, 'Procfile', 'web/server.js'), ['web/server.js:1:1']);
      assert.deepEqual(await definitions(client, 'Procfile', 'shop.wsgi'), ['shop/wsgi.py:1:1']);
      assert.deepEqual(await definitions(client, 'Procfile', 'jobs/run.py'), ['jobs/run.py:1:1']);
      assert.deepEqual(await definitions(client, 'api/Procfile', '../web'), ['web/server.js:1:1']);
      assert.deepEqual(await definitions(client, 'Procfile', 'gone.js'), []);
      assert.deepEqual(await definitions(client, 'Procfile', 'gunicorn'), []);
    }));

  it('is a link with its origin where the client takes one', () =>
    MemoryClient.with(
      files,
      async (client) => {
        client.open('Procfile');
        const [link] = await client.ask<DefinitionLink[]>('definition', 'Procfile', 'shop.wsgi');
        assert.deepEqual(link?.originSelectionRange, client.rangeOf('Procfile', 'shop.wsgi:app'));
        assert.equal(link?.targetUri, client.uri('shop/wsgi.py'));
      },
      {},
      undefined,
      undefined,
      { capabilities: { textDocument: { definition: { linkSupport: true } } } },
    ));
});

describe('server: document links', () => {
  it('lead from commands to what they name, as far as it is there', () =>
    MemoryClient.with(files, async (client) => {
      client.open('Procfile');
      const { length } = client.host.reads;
      const links = await client.ask<DocumentLink[]>('documentLink', 'Procfile');
      assert.deepEqual(
        links.map(({ range, target }) => [client.document('Procfile').getText(range), target]),
        [
          ['web/server.js', client.uri('web/server.js')],
          ['start', `${client.uri('package.json')}#L4,6`],
          ['shop.wsgi:app', client.uri('shop/wsgi.py')],
          ['jobs/run.py', client.uri('jobs/run.py')],
        ],
      );
      assert.equal(client.host.reads.length, length, 'The disk was asked');
    }));
});

describe('server: references', () => {
  const context = { includeDeclaration: true };

  it('are all places of the app, of files that are open and that are not', () =>
    MemoryClient.with(files, async (client) => {
      client.open('jobs/run.py', 'import os\n\n\nos.environ["SHOP_URL"]\n');
      const found = await client.ask<Location[]>('references', 'jobs/run.py', 'SHOP_URL', { context });
      assert.deepEqual(found.map(({ uri, range }) => placeOf(client, uri, range)).sort(), [
        '.env.example:1:1 SHOP_URL',
        '.env.local:1:1 SHOP_URL',
        '.env:2:1 SHOP_URL',
        '.env:4:9 SHOP_URL',
        'Procfile:1:26 SHOP_URL',
        'api/Procfile:1:29 SHOP_URL',
        'docker-compose.yml:4:9 SHOP_URL',
        'jobs/run.py:4:13 SHOP_URL',
        'web/server.js:1:17 SHOP_URL',
        'web/server.js:2:27 SHOP_URL',
      ]);
    }));

  it('leave out what sets the variable where the client asks so', () =>
    MemoryClient.with(files, async (client) => {
      client.open('Procfile');
      const found = await client.ask<Location[]>('references', 'Procfile', 'ONLY_SET', {
        context: { includeDeclaration: false },
      });
      assert.deepEqual(
        found.map(({ uri, range }) => placeOf(client, uri, range)),
        ['docker-compose.yml:5:17 ONLY_SET'],
      );
    }));

  it('read no more once they are cancelled', () =>
    MemoryClient.with(files, async (client) => {
      client.open('web/server.js');
      await client.idle();
      const { length } = client.host.reads;
      const { CancellationTokenSource } = await import('vscode-languageserver/node');
      const source = new CancellationTokenSource();
      const position = client.rangeOf('web/server.js', 'SHOP_URL').start;
      const textDocument = { uri: client.uri('web/server.js') };
      const params = { textDocument, position, context };
      const asked = client.request('textDocument/references', params, source.token);
      source.cancel();
      await asked.catch((error: unknown) => assert.match(String(error), /cancel/i));
      await client.idle();
      assert.ok(client.host.reads.length < length + 5);
    }));
});

describe('server: document highlight', () => {
  it('marks the places of a variable, written or read', () =>
    MemoryClient.with(files, async (client) => {
      client.open('web/server.js');
      client.open('.env');
      const kinds = async (path: string): Promise<unknown[]> => {
        const found = await client.ask<DocumentHighlight[]>('documentHighlight', path, 'SHOP_URL');
        return found.map(({ range, kind }) => [range.start.line, kind]);
      };
      assert.deepEqual(await kinds('web/server.js'), [
        [0, 2],
        [1, 2],
      ]);
      assert.deepEqual(await kinds('.env'), [
        [1, 3],
        [3, 2],
      ]);
    }));
});
