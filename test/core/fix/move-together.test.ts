import assert from 'node:assert/strict';
import { MemoryApp } from '../../harness/app';

async function fixed(files: Readonly<Record<string, string>>, path: string): Promise<MemoryApp> {
  const app = new MemoryApp(files);
  const finding = (await app.check(path)).find(({ rule }) => rule === 'backing-services/hardcoded-locator');
  assert.ok(finding);
  const fix = (await app.fixes(finding)).find(({ title }) => title.startsWith('Move to env vars '));
  assert.ok(fix, 'no fix moves all of them');
  app.apply(fix.edits);
  return app;
}

const code = `import mysql from 'mysql2';
mysql.createPool({ host: 'db.shop.lan', port: 3306, user: 'shop' });
`;

describe('Move all settings of a service to env vars', () => {
  it('moves host, port and user, and makes the files for them', async () => {
    const { files } = await fixed({ 'web/db.js': code }, 'web/db.js');
    const [, line = ''] = (files.get('web/db.js') ?? '').split('\n');
    assert.equal(
      line,
      'mysql.createPool({ host: process.env.DB_HOST, port: Number(process.env.DB_PORT), user: process.env.DB_USER });',
    );
    assert.equal(files.get('.env'), 'DB_HOST=db.shop.lan\nDB_PORT=3306\nDB_USER=shop\n');
    assert.equal(files.get('.env.example'), 'DB_HOST=\nDB_PORT=\nDB_USER=\n');
    assert.equal(files.get('.gitignore'), '/.env\n');
  });

  it('adds to files that end without a line end, and imports once', async () => {
    const python = 'import psycopg2\n\ndb = psycopg2.connect(host="db.shop.lan", user="shop")\n';
    const { files } = await fixed({ 'app.py': python, '.env': 'A=1', '.gitignore': '.env\n' }, 'app.py');
    assert.equal(files.get('.env'), 'A=1\nPGHOST=db.shop.lan\nPGUSER=shop\n');
    assert.equal((files.get('app.py') ?? '').match(/import os/g)?.length, 1);
    assert.match(files.get('app.py') ?? '', /host=os\.environ\["PGHOST"\], user=os\.environ\["PGUSER"\]/);
  });

  it('is not offered for a host by itself', async () => {
    const app = new MemoryApp({ 'db.js': code.replace(", port: 3306, user: 'shop'", '') });
    const [finding] = await app.check('db.js');
    assert.ok(finding);
    const titles = (await app.fixes(finding)).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title.startsWith('Move to env vars ')),
      [],
    );
  });
});
