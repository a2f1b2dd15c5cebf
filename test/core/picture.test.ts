import assert from 'node:assert/strict';
import { Picture } from '../../core/facts/picture';
import manifests from '../../core/manifests/index.generated';
import { MemoryApp } from '../harness/app';

describe('Picture', () => {
  it('keeps an app the same object while no summary changes', () => {
    const app = new MemoryApp({
      'package.json': '{}',
      'app.js': "import pg from 'pg';\nuse(process.env.PORT);\n",
    });
    const before = app.picture.appOf('app.js');
    const { generation } = app.picture;
    app.write(
      'app.js',
      "// A comment.\nimport pg from 'pg';\nuse(process.env.PORT, process.env.PORT, 'redis://cache/0');\n",
    );
    app.write('package.json', '{}');
    assert.equal(app.picture.appOf('app.js'), before);
    assert.equal(app.picture.appOf('other.js'), before);
    assert.equal(app.picture.generation, generation);
  });

  it('makes a new app where a summary changes, and leaves the others', () => {
    const app = new MemoryApp({
      'api/package.json': '{}',
      'api/app.js': 'use(process.env.PORT);\n',
      'web/package.json': '{}',
      'web/app.js': 'use(process.env.PORT);\n',
    });
    const [api, web] = [app.picture.appOf('api/app.js'), app.picture.appOf('web/app.js')];
    app.write('api/app.js', 'use(process.env.HOST);\n');
    assert.notEqual(app.picture.appOf('api/app.js'), api);
    assert.equal(app.picture.appOf('web/app.js'), web);
    assert.deepEqual([...app.picture.appOf('api/app.js').envReads], [['HOST', ['api/app.js']]]);
    assert.deepEqual([...api.envReads], [['PORT', ['api/app.js']]]);
  });

  it('gives a file to the nearest folder with a manifest or a Procfile', () => {
    const app = new MemoryApp({
      'package.json': '{ "name": "all" }',
      'services/api/Procfile': 'web: node app.js\n',
      'services/api/src/app.js': '',
      'services/api/src/jobs/requirements.txt': '',
      'services/mail/app.js': '',
    });
    const roots = [
      'app.js',
      'services/mail/app.js',
      'services/api/src/app.js',
      'services/api/src/jobs/a.py',
      'nowhere/a/b.py',
    ];
    assert.deepEqual(
      roots.map((path) => app.picture.appOf(path).root),
      ['', '', 'services/api', 'services/api/src/jobs', ''],
    );
    assert.deepEqual(
      [...app.picture.appOf('services/api/src/app.js').files.keys()],
      ['services/api/src/app.js'],
    );
  });

  it('knows the manifests above, nearest first, and all packages of the tree', () => {
    const app = new MemoryApp({
      'package.json': '{ "name": "all" }',
      'a/package.json': '{ "name": "@all/a" }',
      'a/b/package.json': '{ "name": "@all/b" }',
      'ab/package.json': '{ "name": "@all/ab" }',
    }).picture.appOf('a/b/app.js');
    assert.deepEqual(
      app.manifests.map(({ name }) => name),
      ['@all/b'],
    );
    assert.deepEqual(
      app.manifestsAbove.map(({ name }) => name),
      ['@all/a', 'all'],
    );
    assert.deepEqual([...app.tree.packageNames].sort(), ['@all/a', '@all/ab', '@all/b', 'all']);
  });

  it('starts and ends an app with its manifest', () => {
    const app = new MemoryApp({ 'api/app.js': 'use(process.env.PORT);\n' });
    assert.equal(app.picture.appOf('api/app.js').root, '');
    app.write('api/package.json', '{}');
    assert.equal(app.picture.appOf('api/app.js').root, 'api');
    assert.equal(app.picture.appOf('app.js').files.size, 0);
    assert.ok(app.picture.remove('api/package.json'));
    assert.equal(app.picture.appOf('api/app.js').root, '');
    assert.equal(app.picture.appOf('app.js').files.size, 1);
  });

  it('forgets what is removed', () => {
    const app = new MemoryApp({
      'app.js': 'use(process.env.PORT);\n',
      '.env': 'A=1\n',
      'mail.py': '',
      Procfile: 'web: x\n',
    });
    for (const path of ['app.js', '.env', 'mail.py', 'Procfile']) assert.ok(app.picture.remove(path), path);
    const { envReads, env, tree, files, procfiles, commands } = app.picture.appOf('app.js');
    assert.deepEqual([envReads.size, env.length, tree.paths.size, files.size], [0, 0, 0, 0]);
    assert.deepEqual([tree.pythonModules.size, procfiles.length, commands.length], [0, 0, 0]);
    const { generation } = app.picture;
    assert.equal(app.picture.remove('app.js'), false);
    assert.equal(app.picture.generation, generation);
  });

  it('tells env files that hold values from those that document them', () => {
    const paths = [
      '.env',
      '.env.local',
      '.env.production',
      '.flaskenv',
      '.env.example',
      '.env.sample',
      '.env.test.template',
    ];
    const { env } = new MemoryApp(Object.fromEntries(paths.map((path) => [path, 'A=1\n']))).picture.appOf(
      'app.js',
    );
    assert.deepEqual(
      env.map(({ path, example }) => [path, example]),
      [...paths].sort().map((path) => [path, /example|sample|template/.test(path)]),
    );
  });

  it('reads a file as all that its name says it is', () => {
    const app = new MemoryApp({
      '.env.procfile': 'web: node app.js\nA=1\n',
      'Dockerfile.procfile': 'FROM a\nCMD node app.js\n',
    });
    const { env, procfiles, commands } = app.picture.appOf('app.js');
    assert.deepEqual(
      env.map(({ file }) => file.entries.map(({ name }) => name)),
      [['web', 'A']],
    );
    assert.equal(procfiles.length, 2);
    for (const { command } of commands) assert.ok(Array.isArray(command.simple));
  });

  it('is complete when its host says so', () => {
    const picture = new Picture(manifests);
    picture.setPaths(['package.json', 'app.js']);
    picture.setAppFile('package.json', '{}');
    const early = picture.appOf('app.js');
    assert.equal(early.complete, false);
    picture.finish();
    assert.equal(picture.appOf('app.js').complete, true);
    assert.equal(early.complete, false);
  });

  it('holds two thousand apps', () => {
    const roots = Array.from({ length: 2_000 }, (_, index) => `services/s${index}`);
    const files = roots.flatMap((root) => [
      [`${root}/package.json`, `{ "name": "${root}" }`],
      [`${root}/.env`, 'A=1\n'],
      [`${root}/app.js`, 'use(process.env.A);\n'],
    ]);
    const app = new MemoryApp(Object.fromEntries(files));
    const apps = roots.map((root) => app.picture.appOf(`${root}/app.js`));
    assert.deepEqual(
      apps.map(({ root, files: own, env }) => [root, own.size, env.length]),
      roots.map((root) => [root, 1, 1]),
    );
    app.write('services/s7/app.js', 'use(process.env.B);\n');
    const changed = roots.filter((root, index) => app.picture.appOf(`${root}/app.js`) !== apps[index]);
    assert.deepEqual(changed, ['services/s7']);
  });
});
