import assert from 'node:assert/strict';
import { adminProcessesOf, filesWithTasks } from '../../../core/admin/admin-processes';
import { rakeTasks } from '../../../core/admin/tasks';
import { MemoryApp } from '../../harness/app';

/** `kind name: command`, in their order. */
function listed(files: Readonly<Record<string, string>>, root = ''): string[] {
  const memory = new MemoryApp(files);
  const app = memory.picture.appOf(`${root && `${root}/`}Procfile`);
  const below = app.root === '' ? '' : `${app.root}/`;
  const texts = new Map(filesWithTasks(app).map((path) => [path, memory.files.get(below + path) ?? '']));
  return adminProcessesOf(app, texts).map(({ kind, name, command }) => `${kind} ${name}: ${command}`);
}

const json = (value: object): string => JSON.stringify(value, null, 2);

describe('admin processes', () => {
  it('of a Node app are its release, its migrations and the scripts that neither serve nor watch', () => {
    const scripts = {
      start: 'node server.js',
      dev: 'nodemon server.js',
      migrate: 'knex migrate:latest',
      seed: 'node seed.js',
      build: 'tsc',
      'lint:js': 'eslint .',
      preseed: 'node check.js',
    };
    const files = {
      Procfile: 'web: npm start\nrelease: node release.js\n',
      'package.json': json({ scripts, dependencies: { knex: '3' } }),
    };
    assert.deepEqual(listed(files), [
      'release release: node release.js',
      'migration knex migrate:latest: npx knex migrate:latest',
      'migration migrate: npm run migrate',
      'script seed: npm run seed',
    ]);
  });

  it('run by the package manager whose lockfile is there', () => {
    const manifest = json({ scripts: { seed: 'node seed.js' }, dependencies: { prisma: '5' } });
    assert.deepEqual(listed({ Procfile: 'web: x\n', 'package.json': manifest, 'pnpm-lock.yaml': '' }), [
      'migration prisma migrate deploy: pnpm exec prisma migrate deploy',
      'script seed: pnpm run seed',
    ]);
    assert.ok(listed({ 'package.json': manifest, 'yarn.lock': '' }).includes('script seed: yarn run seed'));
  });

  it('of a Django app run in its isolation tool, its own commands among them', () => {
    const command = "class Command(BaseCommand):\n    help = 'Send the mails'\n";
    const files = {
      Procfile: 'web: gunicorn shop.wsgi\n',
      'manage.py': '',
      'pyproject.toml': '[project]\nname = "shop"\n',
      'poetry.lock': '',
      'shop/management/commands/send_mails.py': command,
      'shop/management/commands/__init__.py': '',
    };
    assert.deepEqual(listed(files), [
      'migration migrate: poetry run python manage.py migrate',
      'console shell: poetry run python manage.py shell',
      'console dbshell: poetry run python manage.py dbshell',
      'task createsuperuser: poetry run python manage.py createsuperuser',
      'task check --deploy: poetry run python manage.py check --deploy',
      'task send_mails: poetry run python manage.py send_mails',
    ]);
  });

  it('take the tool and the interpreter that the formation itself runs with', () => {
    const files = {
      Procfile: 'web: pipenv run python3 app.py\n',
      'requirements.txt': 'flask\nflask-migrate\n',
      'uv.lock': '',
    };
    assert.deepEqual(listed(files), [
      'migration db upgrade: pipenv run flask db upgrade',
      'console shell: pipenv run flask shell',
    ]);
  });

  it('of a Rails app include its described rake tasks', () => {
    const rake =
      "namespace :orders do\n  desc 'Send the orders'\n  task send: :environment do\n  end\n\n  task hidden: :environment do\n  end\nend\n";
    const files = {
      Procfile: 'web: bin/rails server\n',
      Gemfile: '',
      'bin/rails': '',
      'lib/tasks/orders.rake': rake,
      Rakefile: '',
    };
    assert.deepEqual(listed(files), [
      'migration db:migrate: bin/rails db:migrate',
      'console console: bin/rails console',
      'console dbconsole: bin/rails dbconsole',
      'task db:seed: bin/rails db:seed',
      'task orders:send: bin/rails orders:send',
    ]);
  });

  it('of a Laravel app include its own artisan commands', () => {
    const php =
      "<?php\nclass Send extends Command {\n  protected $signature = 'orders:send {id}';\n  protected $description = 'Send one';\n}\n";
    const files = {
      Procfile: 'web: x\n',
      artisan: '',
      'composer.json': '{}',
      'app/Console/Commands/Send.php': php,
    };
    assert.ok(listed(files).includes('task orders:send: php artisan orders:send'));
    assert.ok(listed(files).includes('console tinker: php artisan tinker'));
  });

  it('are those of the app that was asked for, not of others beside it', () => {
    const files = {
      'shop/Procfile': 'web: x\nrelease: node a.js\n',
      'shop/package.json': json({ scripts: { seed: 'node seed.js' } }),
      'site/Procfile': 'web: y\n',
      'site/package.json': json({ scripts: { fill: 'node fill.js' } }),
    };
    assert.deepEqual(listed(files, 'shop'), ['release release: node a.js', 'script seed: npm run seed']);
  });

  it('are none where nothing tells of any', () => assert.deepEqual(listed({ Procfile: 'web: x\n' }), []));

  it('never show what a command gives to a variable', () => {
    const memory = new MemoryApp({ Procfile: 'release: TOKEN=abc123 node a.js\n' });
    const [release] = adminProcessesOf(memory.picture.appOf('Procfile'), new Map());
    assert.doesNotMatch(release?.detail ?? '', /abc123/);
  });
});

describe('rake tasks', () => {
  it('are those with a description, in their namespaces', () => {
    const text =
      'desc "Build all"\ntask :build\nnamespace :a do\n  namespace "b" do\n    desc "Deep" \n    task :c, [:x] => :d do\n    end\n  end\n  desc \'Less\'\n  task("e") {}\nend\ndesc "Last"\ntask :f\n';
    assert.deepEqual(
      rakeTasks(text).map(({ name, detail }) => `${name} ${detail.trim()}`),
      ['build Build all', 'a:b:c Deep', 'a:e Less', 'f Last'],
    );
  });

  it('may be described by a text of several lines', () => {
    const text =
      'namespace :mail do\n  namespace :in do\n    desc <<-END_DESC\nRead a mail.\n\nSecond line\nEND_DESC\n\n    task :read => :environment do\nend\n    end\n  end\nend\n';
    assert.deepEqual(rakeTasks(text), [{ name: 'mail:in:read', detail: 'Read a mail.' }]);
  });

  it('never throw', () => {
    for (const text of ['', 'namespace', 'task', 'desc', 'end\nend', '  task :a', '\u0000', 'desc "'])
      rakeTasks(text);
  });
});
