import assert from 'node:assert/strict';
import { parse } from 'dotenv';
import { moveIn } from '../../harness/move';

const code = "const a = «'db.internal'»;\n";
const moved = 'const a = process.env.NAME;\n';

describe('Move to env var', () => {
  describe('.env', () => {
    it('is made where there is none, with its example, and ignored', async () => {
      const { files, edits } = await required({ 'app.js': code });
      assert.deepEqual(Object.fromEntries(files), {
        'app.js': moved,
        '.env': 'NAME=db.internal\n',
        '.env.example': 'NAME=\n',
        '.gitignore': '/.env\n',
      });
      assert.deepEqual(
        edits.filter((edit) => edit.create).map(({ path }) => path),
        ['.env', '.env.example', '.gitignore'],
      );
    });

    it('gets the value at its end', async () => {
      const { files, edits } = await required({ 'app.js': code, '.env': 'A=1\n' });
      assert.equal(files.get('.env'), 'A=1\nNAME=db.internal\n');
      assert.ok(!edits.some((edit) => edit.path === '.env' && edit.create));
    });

    it('gets a line end first where it has none', async () => {
      assert.equal(
        (await required({ 'app.js': code, '.env': 'A=1' })).files.get('.env'),
        'A=1\nNAME=db.internal\n',
      );
    });

    it('keeps its line ends', async () => {
      const { files } = await required({
        'app.js': code,
        '.env': 'A=1\r\nB=2',
        '.env.example': 'A=\r\n',
        '.gitignore': 'out\r\n',
      });
      assert.equal(files.get('.env'), 'A=1\r\nB=2\r\nNAME=db.internal\r\n');
      assert.equal(files.get('.env.example'), 'A=\r\nNAME=\r\n');
      assert.equal(files.get('.gitignore'), 'out\r\n/.env\r\n');
    });

    it('is the one of the nested app that the code belongs to', async () => {
      const { files } = await required({
        'packages/api/app.js': code,
        'packages/api/package.json': '{}',
        '.env': 'OTHER=other\n',
        '.env.example': 'NAME=\n',
      });
      assert.equal(files.get('packages/api/.env'), 'NAME=db.internal\n');
      assert.equal(files.get('packages/api/.env.example'), 'NAME=\n');
      assert.equal(files.get('packages/api/.gitignore'), '/.env\n');
      assert.equal(files.get('.env'), 'OTHER=other\n');
    });

    it('is not made for what the platform gives', async () => {
      const { files, name } = await required(
        { 'app.js': 'app.listen(«3000»);\n', '.env': 'PORT=5000\n' },
        { name: 'PORT', cast: 'number' },
      );
      assert.deepEqual(Object.fromEntries(files), {
        'app.js': 'app.listen(Number(process.env.PORT || 3000));\n',
        '.env': 'PORT=5000\n',
      });
      assert.equal(name, 'PORT');
    });

    it('is left alone where it cannot hold the value', async () => {
      const all = '\'"`\\';
      const literal = JSON.stringify(`${all}#\n${all}\r${all} `);
      for (const text of [literal, "'\\0'", "'\\ud800'"])
        assert.equal(await moveIn({ 'app.js': `use(«${text}»);\n` }), undefined, text);
    });
  });

  describe('names', () => {
    it('are reused for the same value', async () => {
      const { files, name } = await required({
        'app.js': code,
        '.env': 'NAME=db.internal\n',
        '.env.example': 'NAME=\n',
      });
      assert.equal(name, 'NAME');
      assert.equal(files.get('.env'), 'NAME=db.internal\n');
      assert.equal(files.get('.env.example'), 'NAME=\n');
    });

    it('are filled where they are empty', async () => {
      const { files } = await required({ 'app.js': code, '.env': 'NAME=\nB=2\n' });
      assert.equal(files.get('.env'), 'NAME=db.internal\nB=2\n');
    });

    it('clash with those of a folder above the app', async () => {
      const api = { 'packages/api/app.js': code, 'packages/api/package.json': '{}' };
      const { files, name } = await required({ ...api, '.env': 'NAME=a\n' });
      assert.equal(name, 'NAME_2');
      assert.equal(files.get('packages/api/.env'), 'NAME_2=db.internal\n');
      assert.equal(await moveIn({ ...api, '.env': 'NAME=a\n' }, { wanted: 'NAME' }), undefined);
      assert.equal((await required({ ...api, '.env': 'NAME=db.internal\n' })).name, 'NAME');
      assert.equal(
        (await required({ ...api, '.env': 'NAME=a\n', 'packages/api/.env': 'NAME=\n' })).name,
        'NAME',
      );
      assert.equal((await required({ ...api, 'packages/web/.env': 'NAME=a\n' })).name, 'NAME');
    });

    it('are told apart by a number where another value has them', async () => {
      const { files, name } = await required({ 'app.js': code, '.env': 'NAME=a\nNAME_2=b\n' });
      assert.equal(name, 'NAME_3');
      assert.equal(files.get('app.js'), 'const a = process.env.NAME_3;\n');
      assert.deepEqual(parse(files.get('.env') ?? ''), { NAME: 'a', NAME_2: 'b', NAME_3: 'db.internal' });
      assert.equal(files.get('.env.example'), 'NAME_3=\n');
    });

    it('count by their last value', async () => {
      assert.equal((await required({ 'app.js': code, '.env': 'NAME=a\nNAME=db.internal\n' })).name, 'NAME');
    });

    it('are taken as typed', async () => {
      const { files, name } = await required({ 'app.js': code, '.env': 'NAME=a\n' }, { wanted: 'db_host' });
      assert.equal(name, 'db_host');
      assert.equal(files.get('app.js'), 'const a = process.env.db_host;\n');
      assert.equal(files.get('.env'), 'NAME=a\ndb_host=db.internal\n');
    });

    it('are refused where they hold another value, are none or the system’s', async () => {
      for (const wanted of ['TAKEN', '', '2A', 'A B', 'A-B', 'É', '__proto__', 'PATH', 'Home', 'NODE_ENV'])
        assert.equal(await moveIn({ 'app.js': code, '.env': 'TAKEN=1\n' }, { wanted }), undefined, wanted);
    });

    it('keep the value in the code where the platform gives them', async () => {
      const { files } = await required({ 'app.js': 'use(«3000»);\n' }, { cast: 'number', wanted: 'PORT' });
      assert.equal(files.get('app.js'), 'use(Number(process.env.PORT || 3000));\n');
    });
  });

  describe('.env.example', () => {
    it('may have another name', async () => {
      for (const path of ['.env.sample', '.env.template', '.env.dist', 'env.example']) {
        const { files } = await required({ 'app.js': code, [path]: 'A=\n' });
        assert.equal(files.get(path), 'A=\nNAME=\n');
        assert.ok(!files.has('.env.example'));
      }
    });

    it('is the one for all deploys', async () => {
      const { files } = await required({
        'app.js': code,
        '.env.production.example': 'A=\n',
        '.env.example': '',
      });
      assert.equal(files.get('.env.production.example'), 'A=\n');
      assert.equal(files.get('.env.example'), 'NAME=\n');
    });

    it('never gets the value', async () => {
      for (const example of [undefined, '', 'A=1', 'NAME=\n', 'NAME=other\n']) {
        const given: Record<string, string> = example === undefined ? {} : { '.env.example': example };
        const { files } = await required({ 'app.js': code, ...given });
        assert.ok(!files.get('.env.example')?.includes('db.internal'));
      }
    });
  });

  describe('the loader', () => {
    it('is offered where nothing loads .env', async () => {
      const { loading } = await required({ 'app.js': code, 'package.json': '{\n  "dependencies": {}\n}\n' });
      assert.equal(loading?.files.get('app.js'), `require('dotenv').config();\n${moved}`);
      assert.ok(Object.hasOwn(JSON.parse(loading.files.get('package.json') ?? '').dependencies, 'dotenv'));
    });

    it('is not offered where something does, or nothing needs it', async () => {
      const dotenv = '{ "dependencies": { "dotenv": "^18.0.0" } }';
      const script = '{ "scripts": { "start": "node --env-file=.env app.js" } }';
      for (const manifest of [dotenv, script])
        assert.equal((await required({ 'app.js': code, 'package.json': manifest })).loading, undefined);
      const port = await required({ 'app.js': 'listen(«3000»);\n' }, { name: 'PORT', cast: 'number' });
      assert.equal(port.loading, undefined);
    });

    it('and the move change different places', async () => {
      for (const [path, text] of [
        ['app.js', "«'x'».length;\n"],
        ['app.mjs', "import a from 'a';\nuse(«'x'»);\n"],
        ['app.ts', "'use strict';\nuse(«'x'»);\n"],
        ['app.py', 'a = «"x"»\n'],
        ['app.py', '"""Doc."""\nfrom __future__ import annotations\nimport yaml\na = «"x"»\n'],
        ['app.py', 'print(«"x"»)'],
      ] as const) {
        const { loading } = await required({
          [path]: text,
          'package.json': '{}',
          'requirements.txt': 'yaml\n',
        });
        const edits = loading?.fix.edits ?? [];
        assert.ok(edits.length > 3);
        for (const [index, a] of edits.entries()) {
          for (const b of edits.slice(index + 1)) {
            const apart = a.path !== b.path || a.range.end <= b.range.start || b.range.end <= a.range.start;
            assert.ok(apart, `${text}: ${JSON.stringify([a, b])}`);
          }
        }
      }
    });

    it('stands before the import that reads the environment', async () => {
      const { loading } = await required({ 'app.py': '"""Doc."""\nimport yaml\na = «"x"»\n' });
      const expected =
        '"""Doc."""\nfrom dotenv import load_dotenv\n\nload_dotenv()\nimport os\nimport yaml\na = os.environ["NAME"]\n';
      assert.equal(loading?.files.get('app.py'), expected);
    });
  });

  it('says its name and never its value', async () => {
    const { loading } = await required({ 'app.js': code });
    assert.equal(loading?.fix.title, 'Move to env var NAME and load .env with dotenv');
  });

  it('refuses what is no whole literal', async () => {
    for (const text of [
      "use('«db»');\n",
      "«use('db')»;\n",
      "use(«'a', 'b'»);\n",
      '«a»;\n',
      "use(«'a' + 'b'»);\n",
    ])
      assert.equal(await moveIn({ 'app.js': text }), undefined, text);
    assert.equal(await moveIn({ Procfile: 'web: «node» app.js\n' }), undefined);
  });
});

async function required(
  ...given: Parameters<typeof moveIn>
): Promise<NonNullable<Awaited<ReturnType<typeof moveIn>>>> {
  const found = await moveIn(...given);
  assert.ok(found, 'refused');
  return found;
}
