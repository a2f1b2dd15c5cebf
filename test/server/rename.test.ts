import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { MemoryClient } from '../harness/memory-client';

const files = {
  'package.json': '{"private":true}',
  '.env': 'SHOP_URL="SHOP_URL=x"\nFULL=$' + '{SHOP_URL}\nTAKEN=1\n',
  '.env.production': 'export SHOP_URL=y\n',
  '.env.example': 'SHOP_URL=\n',
  Procfile: 'web: SHOP_URL=z node a.js $SHOP_URL $' + '{SHOP_URL:-d} $ELSEWHERE $PORT\n',
  'a.js': [
    'const { SHOP_URL, FULL: full } = process.env;',
    "use(process.env['SHOP_URL'], process.env.SHOP_URL, process.env.READ_ONLY, SHOP_URL);",
    '',
  ].join('\n'),
  'b.py': 'import os\nos.getenv("SHOP_URL")\n',
};

function rename(client: MemoryClient, path: string, text: string, newName: string): Promise<WorkspaceEdit> {
  return client.ask('rename', path, text, { newName });
}

describe('server: rename', () => {
  it('changes the name of a variable everywhere, and no value but where it refers to it', () =>
    MemoryClient.with(files, async (client) => {
      client.open('.env');
      client.open('b.py', 'import os\n\nos.getenv("SHOP_URL")\n');
      const texts = client.applied(await rename(client, '.env', 'SHOP_URL', 'STORE_URL'));
      assert.deepEqual(texts, {
        '.env': 'STORE_URL="SHOP_URL=x"\nFULL=$' + '{STORE_URL}\nTAKEN=1\n',
        '.env.production': 'export STORE_URL=y\n',
        '.env.example': 'STORE_URL=\n',
        Procfile: 'web: STORE_URL=z node a.js $STORE_URL $' + '{STORE_URL:-d} $ELSEWHERE $PORT\n',
        'a.js': [
          'const { STORE_URL: SHOP_URL, FULL: full } = process.env;',
          "use(process.env['STORE_URL'], process.env.STORE_URL, process.env.READ_ONLY, SHOP_URL);",
          '',
        ].join('\n'),
        'b.py': 'import os\n\nos.getenv("STORE_URL")\n',
      });
    }));

  it('has files that are not open confirmed where the client can', () =>
    MemoryClient.with(
      files,
      async (client) => {
        client.open('b.py');
        const edit = await rename(client, 'b.py', 'SHOP_URL', 'STORE_URL');
        const asks = (edit.documentChanges ?? [])
          .filter((change): change is TextDocumentEdit => 'edits' in change)
          .flatMap(({ textDocument, edits }) =>
            edits.map((one) => {
              const id = 'annotationId' in one ? one.annotationId : '';
              return `${client.pathOf(textDocument.uri)} ${edit.changeAnnotations?.[id]?.needsConfirmation}`;
            }),
          );
        assert.deepEqual([...new Set(asks)].sort(), [
          '.env true',
          '.env.example true',
          '.env.production true',
          'Procfile true',
          'a.js true',
          'b.py false',
        ]);
      },
      {},
      undefined,
      undefined,
      {
        capabilities: {
          workspace: { workspaceEdit: { changeAnnotationSupport: {}, documentChanges: true } },
        },
      },
    ));

  it('starts at a name only, and gives it back', () =>
    MemoryClient.with(files, async (client) => {
      client.open('a.js');
      client.open('.env');
      const range = client.rangeOf('a.js', 'SHOP_URL');
      assert.deepEqual(await client.ask('prepareRename', 'a.js', 'SHOP_URL'), {
        range,
        placeholder: 'SHOP_URL',
      });
      assert.equal(await client.ask('prepareRename', 'a.js', 'const'), null);
      assert.equal(await client.ask('prepareRename', '.env', 'SHOP_URL=x'), null);
    }));

  for (const [newName, message] of [
    ['TAKEN', /TAKEN is already used in \.env/],
    ['READ_ONLY', /READ_ONLY is already used in a\.js/],
    ['ELSEWHERE', /ELSEWHERE is already used in Procfile/],
    ['PORT', /PORT is given to every process/],
    ['2ND', /letters, digits and underscores/],
    ['A-B', /letters, digits and underscores/],
    ['', /letters, digits and underscores/],
  ] as const) {
    it(`refuses the name ‘${newName}’`, () =>
      MemoryClient.with(files, async (client) => {
        client.open('a.js');
        await assert.rejects(rename(client, 'a.js', 'SHOP_URL', newName), message);
      }));
  }

  const monorepo = {
    '.env': 'SHARED=1\nOWN=2\n',
    'packages/api/package.json': '{}',
    'packages/api/.env': 'OWN=3\nTAKEN=1\n',
    'packages/api/a.js': 'use(process.env.SHARED, process.env.OWN);\n',
    'packages/web/package.json': '{}',
    'packages/web/b.js': 'use(process.env.SHARED);\n',
    'packages/jobs/package.json': '{}',
    'packages/jobs/.env': 'MINE=1\n',
    'other/package.json': '{}',
    'other/.env': 'MINE=1\n',
  };

  it('covers the apps below the folder that sets the variable, and no others', () =>
    MemoryClient.with(monorepo, async (client) => {
      client.open('packages/api/a.js');
      const texts = client.applied(await rename(client, 'packages/api/a.js', 'SHARED', 'COMMON'));
      assert.deepEqual(texts, {
        '.env': 'COMMON=1\nOWN=2\n',
        'packages/api/a.js': 'use(process.env.COMMON, process.env.OWN);\n',
        'packages/web/b.js': 'use(process.env.COMMON);\n',
      });
      client.open('packages/jobs/.env');
      const mine = client.applied(await rename(client, 'packages/jobs/.env', 'MINE', 'THINE'));
      assert.deepEqual(Object.keys(mine), ['packages/jobs/.env']);
      await assert.rejects(
        rename(client, 'packages/api/a.js', 'SHARED', 'TAKEN'),
        /TAKEN is already used in packages\/api\/\.env/,
      );
    }));

  it('refuses a variable that the platform gives', () =>
    MemoryClient.with(files, async (client) => {
      client.open('Procfile');
      await assert.rejects(client.ask('prepareRename', 'Procfile', 'PORT'), /PORT is given/);
      await assert.rejects(rename(client, 'Procfile', 'PORT', 'OTHER'), /PORT is given/);
    }));
});
