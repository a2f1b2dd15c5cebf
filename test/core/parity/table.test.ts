import assert from 'node:assert/strict';
import { parityOf } from '../../../core/parity/table';
import { MemoryApp } from '../../harness/app';

const FILES = {
  'package.json': '{"private": true, "engines": {"node": ">=18"}}',
  '.nvmrc': '18\n',
  '.env': 'API_KEY=very-private\n',
  '.env.example': 'API_KEY=\n',
  'server.js': 'listen(process.env.API_KEY);\n',
  Procfile: 'web: node server.js\nworker: node worker.js\n',
  Dockerfile: 'FROM node:20\nCMD ["node", "server.js"]\n',
  'docker-compose.yml':
    'services:\n  db:\n    image: postgres:13\n    command: postgres -c fsync=off\n  web:\n    build: .\n    command: node server.js\n',
  '.github/workflows/ci.yml':
    'jobs:\n  test:\n    services:\n      db:\n        image: postgres:15\n    steps:\n      - uses: actions/setup-node@v4\n        with:\n          node-version: 20\n',
  'fly.toml': '[env]\nMODE = "x"\n[processes]\nweb = "node server.js"\n',
  'k8s/production/web.yml':
    'kind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          args: [node, server.js]\n          env:\n            - name: API_KEY\n              valueFrom: { secretKeyRef: { name: s, key: k } }\n',
};

function shown(files: Readonly<Record<string, string>>): { columns: string[]; rows: string[] } {
  const app = new MemoryApp(files);
  const { columns, rows } = parityOf(app.picture.appOf('package.json'));
  const texts = rows.map(({ name, cells, difference }) => {
    const parts = columns.flatMap(({ id, title }) => {
      const list = cells.get(id);
      return list ? [`${title}: ${list.map(({ text }) => text).join(', ')}`] : [];
    });
    return `${name} | ${parts.join(' | ')}${difference === undefined ? '' : ` ≠ ${difference}`}`;
  });
  return { columns: columns.map(({ title }) => title), rows: texts };
}

describe('the parity table', () => {
  it('has a column for each place and a row for each thing that places speak of', () => {
    const { columns, rows } = shown(FILES);
    assert.deepEqual(columns, [
      'Local',
      'CI',
      'Compose',
      'Procfile',
      'Dockerfile',
      'Kubernetes production',
      'Fly',
    ]);
    assert.deepEqual(rows, [
      'Node.js | Local: 18, >=18 supported | CI: 20 | Dockerfile: 20 ≠ versions differ',
      'PostgreSQL | CI: 15 | Compose: 13 ≠ versions differ',
      'web | Compose: node server.js | Procfile: node server.js | Dockerfile: ["node", "server.js"] | Kubernetes production: [node, server.js] | Fly: node server.js',
      'worker | Procfile: node worker.js',
      'API_KEY | Local: set, documented | Kubernetes production: set',
    ]);
  });

  it('points each cell at what it says', () => {
    const app = new MemoryApp(FILES);
    const { rows } = parityOf(app.picture.appOf('package.json'));
    const cut = rows
      .filter(({ group }) => group !== 'process')
      .flatMap(({ cells }) => [...cells.values()].flat())
      .map(({ path, range }) => app.files.get(path)?.slice(range.start, range.end));
    assert.deepEqual(cut, ['20', '18', '>=18', '20', '15', '13', 'API_KEY', 'API_KEY', 'API_KEY']);
  });

  it('says which variable no deploy sets, and shows no value', () => {
    const { 'k8s/production/web.yml': _, ...others } = FILES;
    const { rows } = shown(others);
    assert.equal(rows.at(-1), 'API_KEY | Local: set, documented ≠ in no deploy');
    assert.ok(!JSON.stringify(rows).includes('private'));
  });

  it('is empty where no file speaks of an environment', () => {
    assert.deepEqual(shown({ 'package.json': '{}' }), { columns: [], rows: [] });
  });

  it('tells kinds apart that stand in for one another', () => {
    const { rows } = shown({
      'package.json': '{}',
      'compose.yml': 'services: { db: { image: "mariadb:10" } }\n',
      'compose.prod.yml': 'services: { db: { image: "mysql:8" } }\n',
    });
    assert.deepEqual(rows, ['MySQL | Compose: MariaDB 10 | compose.prod.yml: 8 ≠ kinds differ']);
  });
});
