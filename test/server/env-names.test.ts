import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionItem, MarkupContent } from 'vscode-languageserver/node';
import { MemoryClient } from '../harness/memory-client';

const files = {
  'package.json': '{}',
  '.env': 'DATABASE_URL=postgres://localhost/shop\nLOG_LEVEL=\n',
  '.env.local': 'DATABASE_URL=postgres://localhost/mine\n',
  '.env.example': 'DATABASE_URL=\nSMTP_URL=\n',
  'web/db.js': 'module.exports = [process.env.DATABASE_URL, process.env.REGION];\n',
  'worker/main.py': "import os\nprint(os.environ['DATABASE_URL'])\n",
};
/** Kept apart, for it is no placeholder of ours. */
const braces = '{|}';
const all = ['DATABASE_URL', 'LOG_LEVEL', 'PORT', 'REGION', 'SMTP_URL'];

/** Opens a file with `|` for the cursor and asks what could stand there. */
async function complete(client: MemoryClient, path: string, marked: string): Promise<CompletionItem[]> {
  const at = marked.indexOf('|');
  const document = client.open(path, marked.replace('|', ''));
  return client.completion(path, document.positionAt(at));
}

function labels(items: readonly CompletionItem[]): string[] {
  return items.map(({ label }) => label).sort();
}

async function hover(client: MemoryClient, path: string, marked: string): Promise<string | undefined> {
  const at = marked.indexOf('|');
  const document = client.open(path, marked.replace('|', ''));
  const found = await client.hover(path, document.positionAt(at));
  return (found?.contents as MarkupContent | undefined)?.value;
}

describe('server: completion of env var names', () => {
  const places: [string, string][] = [
    ['a.js', 'const a = process.env.|'],
    ['a.js', 'const a = process.env?.| + 1'],
    ['a.js', 'const a = process.env["|"]'],
    ['a.js', "const a = process.env['|"],
    ['a.ts', 'const { | } = process.env;'],
    ['a.tsx', 'const a = <p>{process.env.|}</p>;'],
    ['a.py', 'import os\na = os.environ["|"]'],
    ['a.py', "import os\na = os.environ['|"],
    ['a.py', 'import os\na = os.getenv("|")'],
    ['a.py', 'import os\na = os.environ.get("|", "x")'],
    ['Procfile', 'web: node web/server.js $|'],
    ['Procfile', `web: node web/server.js --port $${braces}`],
  ];
  for (const [path, marked] of places) {
    it(`knows all names in ${path}: ${marked.split('\n').at(-1)}`, () =>
      MemoryClient.with(files, async (client) => {
        assert.deepEqual(labels(await complete(client, path, marked)), all);
      }));
  }

  it('knows all but the given ones in an env file', () =>
    MemoryClient.with(files, async (client) => {
      const items = await complete(client, '.env.test', `REPLICA_URL=$${braces}`);
      const own = [...all.filter((name) => name !== 'PORT'), 'REPLICA_URL'].sort();
      assert.deepEqual(labels(items), own);
    }));

  it('knows nothing elsewhere', () =>
    MemoryClient.with(files, async (client) => {
      const elsewhere: [string, string][] = [
        ['a.js', 'const environment = process.|'],
        ['a.js', 'const env = "|"'],
        ['a.py', 'environ = "|"'],
        ['Procfile', 'web: unheard-of web/server.js |'],
        ['Procfile', '# web: $|'],
        ['.env', 'DATABASE_URL=|'],
      ];
      for (const [path, marked] of elsewhere)
        assert.deepEqual(await complete(client, path, marked), [], marked);
    }));

  it('replaces the whole name and says where it is set', () =>
    MemoryClient.with(files, async (client) => {
      const items = await complete(client, 'a.js', 'const a = process.env.DATA|BASE;');
      const item = items.find(({ label }) => label === 'DATABASE_URL');
      assert.deepEqual(item?.textEdit, {
        range: { start: { line: 0, character: 22 }, end: { line: 0, character: 30 } },
        newText: 'DATABASE_URL',
      });
      assert.equal(item.detail, 'Set in .env and 1 more: ••• (URL)');
      assert.ok(!labels(items).includes('DATABASE'), 'the name that is being typed is no suggestion');
    }));

  it('says what is known of names that are not set', () =>
    MemoryClient.with(files, async (client) => {
      const items = await complete(client, 'a.js', 'process.env.|');
      const details = new Map(items.map(({ label, detail }) => [label, detail]));
      assert.equal(details.get('PORT'), 'Given to every process');
      assert.equal(details.get('SMTP_URL'), 'Documented in .env.example, not set');
      assert.equal(details.get('REGION'), 'Read in web/db.js, not set');
    }));
});

describe('server: env vars of a monorepo', () => {
  const monorepo = {
    '.env': 'DATABASE_URL=postgres://localhost/all\nSHARED=1\n',
    '.env.example': 'SHARED=\n',
    'packages/.env': 'REGION=eu\n',
    'packages/api/package.json': '{}',
    'packages/api/.env': 'DATABASE_URL=postgres://localhost/api\n',
    'packages/api/db.js': 'module.exports = process.env.DATABASE_URL;\n',
    'packages/web/package.json': '{}',
    'packages/web/.env': 'WEB_ONLY=1\n',
  };

  it('come from the app and from the folders above it', () =>
    MemoryClient.with(monorepo, async (client) => {
      const items = await complete(client, 'packages/api/a.js', 'const a = process.env.|');
      assert.deepEqual(labels(items), ['DATABASE_URL', 'PORT', 'REGION', 'SHARED']);
      const details = new Map(items.map(({ label, detail }) => [label, detail]));
      assert.equal(details.get('DATABASE_URL'), 'Set in packages/api/.env and 1 more: ••• (URL)');
      assert.match(details.get('SHARED') ?? '', /^Set in \.env: /);
    }));

  it('are told of nearest first', () =>
    MemoryClient.with(monorepo, async (client) => {
      const told = await hover(client, 'packages/api/db.js', 'module.exports = process.env.DATABASE_U|RL;\n');
      assert.deepEqual(told?.split('\n').slice(2), [
        '- Set in [packages/api/.env](file:///app/packages/api/.env#L1): ••• (URL, 24 characters)',
        '- Set in [.env](file:///app/.env#L1): ••• (URL, 24 characters)',
        '- Read in [packages/api/db.js](file:///app/packages/api/db.js)',
        '- Not documented in [.env.example](file:///app/.env.example)',
      ]);
      const region = await hover(client, 'packages/api/b.js', 'process.env.REG|ION');
      assert.match(region ?? '', /Set in \[packages\/\.env\]/);
    }));
});

describe('server: hover', () => {
  const database = [
    '**DATABASE_URL**, environment variable',
    '',
    '- Set in [.env](file:///app/.env#L1): ••• (URL, 25 characters)',
    '- Set in [.env.local](file:///app/.env.local#L1): ••• (URL, 25 characters)',
    '- Read in [web/db.js](file:///app/web/db.js), [worker/main.py](file:///app/worker/main.py)',
    '- Documented in [.env.example](file:///app/.env.example)',
  ].join('\n');

  it('tells where a variable is set, read and documented', () =>
    MemoryClient.with(files, async (client) => {
      assert.equal(await hover(client, 'web/db.js', 'module.exports = process.env.DATA|BASE_URL;'), database);
      assert.equal(await hover(client, '.env', `DATA|${files['.env'].slice(4)}`), database);
      const used = await hover(client, 'Procfile', 'web: psql $DATA|BASE_URL');
      assert.equal(used, database.replace('main.py)\n', 'main.py), [Procfile](file:///app/Procfile)\n'));
      const set = await hover(client, 'Procfile', 'web: DATA|BASE_URL=x psql');
      assert.match(set ?? '', /^- Set in \[Procfile\]\(file:\/\/\/app\/Procfile#L1\)$/m);
    }));

  it('tells what is missing', () =>
    MemoryClient.with(files, async (client) => {
      const told = await hover(client, 'a.js', 'console.log(process.env.QUOTA|)');
      assert.equal(
        told,
        [
          '**QUOTA**, environment variable',
          '',
          '- Not set in any file',
          '- Read in [a.js](file:///app/a.js)',
          '- Not documented in [.env.example](file:///app/.env.example)',
        ].join('\n'),
      );
    }));

  it('explains the rule that a comment silences', () =>
    MemoryClient.with(files, async (client) => {
      const comment = '// twelve-factor-ignore-next-line logs/file-|handler -- it is kept';
      const told = (await hover(client, 'a.js', comment)) ?? '';
      assert.match(told, /^\*\*Logger writes to a file\*\* \(`logs\/file-handler`\)/);
      assert.match(told, /12factor\.net\/logs/);
      const unknown = '// twelve-factor-ignore-next-line logs/no-|such -- why';
      assert.equal(await hover(client, 'a.js', unknown), 'No rule is called `logs/no-such`.');
    }));

  it('explains process types', () =>
    MemoryClient.with(files, async (client) => {
      assert.match((await hover(client, 'Procfile', 'we|b: node .')) ?? '', /^\*\*web\*\*.*`PORT`/s);
      assert.match(
        (await hover(client, 'Procfile', 'relea|se: node migrate.js')) ?? '',
        /once for each release/,
      );
      assert.match((await hover(client, 'Procfile', 'web: no|de .')) ?? '', /^\*\*web\*\*/);
    }));

  it('tells what a process type starts, and what that does on SIGTERM', () =>
    MemoryClient.with(
      {
        Procfile: 'web: node app.js\nworker: celery -A shop worker\nrelease: node x.js\n',
        'app.js': "const express = require('express');\n",
      },
      async (client) => {
        const web = (await hover(client, 'Procfile', 'w|eb: node app.js')) ?? '';
        assert.match(
          web,
          /Starts \[app\.js\]\(\S+app\.js\) with Express\. Express does not finish open requests on SIGTERM by itself\./,
        );
        const worker = (await hover(client, 'Procfile', 'w|orker: celery -A shop worker')) ?? '';
        assert.match(worker, /Starts Celery\. It finishes its jobs on SIGTERM\./);
        assert.doesNotMatch((await hover(client, 'Procfile', 'r|elease: node x.js')) ?? '', /Starts/);
      },
    ));

  it('tells what a process type runs, and its port in the formation', () => {
    const procfile =
      'web: node .\nworker: TOKEN=abc node jobs.js\nclock: node clock.js\nrelease: node x.js\n';
    const told = (settings: object, env: string): Promise<string[]> =>
      MemoryClient.with(
        { Procfile: procfile, '.env': env },
        async (client) => {
          client.open('Procfile');
          const texts: string[] = [];
          for (let line = 0; line < 4; line++) {
            const found = await client.hover('Procfile', { line, character: 1 });
            texts.push(JSON.stringify(found?.contents));
          }
          return texts;
        },
        settings,
      );
    return Promise.all([
      told({}, 'A=1\n').then(([web, worker, clock, release]) => {
        assert.match(web ?? '', /node \..*PORT.*: 5000 for the first/);
        assert.match(worker ?? '', /TOKEN=••• node jobs\.js.*: 5100 for the first/);
        assert.match(clock ?? '', /one instance only.*: 5200 for the first/);
        assert.doesNotMatch(release ?? '', /PORT/);
      }),
      told({ formation: { basePort: 8000 } }, 'PORT=4321\n').then(([web]) => {
        assert.match(web ?? '', /: 8000 for the first/);
      }),
      told({}, 'PORT=4321\n').then(([web, worker]) => {
        assert.match(web ?? '', /that of \.env, plus one/);
        assert.match(worker ?? '', /that of \.env and 100 more, plus one/);
        assert.doesNotMatch(`${web}${worker}`, /4[34]21/);
      }),
    ]).then(() => undefined);
  });
});
