import assert from 'node:assert/strict';
import { EnvGraph, nearestFirst } from '../../../core/env/graph';
import { mentionsIn } from '../../../core/facts/env-part';
import { MemoryApp } from '../../harness/app';

describe('env graph', () => {
  it('joins what each file says of a variable', () => {
    const files = {
      '.env': `SHOP_URL=https://shop.test\nFULL=\${SHOP_URL}/x\n`,
      '.env.example': 'SHOP_URL=\n',
      Procfile: `web: SHOP_URL=x node app.js \${PORT:-5000} $SHOP_URL\n`,
      '.envrc': 'export SHOP_URL=y\nPATH_add bin\n',
      'app.js': 'connect(process.env.SHOP_URL);\n',
    };
    const { variables } = new MemoryApp(files).picture.appOf('app.js');
    const shop = variables.get('SHOP_URL');
    assert.ok(shop);
    assert.deepEqual(shop.set.map(({ path }) => path).sort(), ['.env', '.envrc', 'Procfile']);
    assert.deepEqual(
      shop.documented.map(({ path }) => path),
      ['.env.example'],
    );
    assert.deepEqual(
      shop.read.map(({ path }) => path),
      ['Procfile'],
    );
    assert.deepEqual(
      shop.referred.map(({ path }) => path),
      ['.env'],
    );
    assert.deepEqual(shop.readers, [{ path: 'app.js', required: true }]);
    assert.equal(variables.get('PORT')?.read[0]?.mention.hasDefault, true);
    for (const { path, mention } of [...shop.set, ...shop.read, ...shop.referred]) {
      const text = files[path as keyof typeof files];
      assert.equal(text.slice(mention.range.start, mention.range.end), 'SHOP_URL', path);
    }
    assert.ok(
      variables.isDeclared('SHOP_URL') && !variables.isDeclared('PORT') && !variables.isDeclared('X'),
    );
  });

  it('makes the part of an edited file anew and keeps the others', () => {
    const app = new MemoryApp({ '.env': 'A=1\n', '.env.example': 'A=\n', 'app.js': 'use(process.env.A);\n' });
    const before = app.picture.appOf('app.js').variables;
    app.write('.env', 'B=1\n');
    const after = app.picture.appOf('app.js').variables;
    assert.equal(after.get('A')?.set.length, 0);
    assert.equal(after.get('B')?.set.length, 1);
    assert.equal(after.get('A')?.documented[0]?.mention, before.get('A')?.documented[0]?.mention);
  });

  it('knows the folders above an app, but not its neighbours; the tree knows all', () => {
    const files = {
      '.env': 'SHARED=1\n',
      'api/package.json': '{}',
      'api/.env': 'OWN=1\n',
      'web/package.json': '{}',
      'web/.env': 'OTHER=1\n',
    };
    const { variables, tree } = new MemoryApp(files).picture.appOf('api/app.js');
    assert.deepEqual([...variables.variables].map(({ name }) => name).sort(), ['OWN', 'SHARED']);
    assert.ok(tree.variables.isDeclared('OTHER'));
  });

  it('looks in the nearest folder first', () => {
    const places = ['a/b/.env', '.env', 'a/.env', 'c/.env'].map((path) => ({ path }));
    const ordered = nearestFirst(places, 'a/b/src/x.ts').map(({ path }) => path);
    assert.deepEqual(ordered, ['a/b/.env', 'a/.env', '.env', 'c/.env']);
  });

  it('has nothing of a file that names no variables', () => {
    assert.equal(mentionsIn('package.json', '{}'), undefined);
    assert.deepEqual([...new EnvGraph([], []).variables], []);
  });
});
