import assert from 'node:assert/strict';
import { suggestProcesses, suggestProcfile } from '../../../core/suggest/suggest';
import { MemoryApp } from '../../harness/app';

/** The lines of a Procfile for an app of these files. */
function lines(files: Readonly<Record<string, string>>): string[] {
  return suggestProcfile(new MemoryApp(files).picture.appOf('Procfile')).map(
    ({ type, command }) => `${type}: ${command}`,
  );
}

function all(files: Readonly<Record<string, string>>): string[] {
  return suggestProcesses(new MemoryApp(files).picture.appOf('Procfile')).map(
    ({ type, command }) => `${type}: ${command}`,
  );
}

const packageJson = (content: object) => JSON.stringify(content);

describe('a Procfile for the stack', () => {
  it('of Django serves the project, migrates and works', () => {
    assert.deepEqual(
      lines({
        'requirements.txt': 'django\ngunicorn\ncelery\ndjango-celery-beat\n',
        'manage.py': '',
        'shop/wsgi.py': '',
        'shop/settings.py': '',
        'shop/celery.py': 'from celery import Celery\n',
      }),
      [
        'release: python manage.py migrate --noinput',
        'web: gunicorn shop.wsgi:application --bind 0.0.0.0:$PORT',
        'worker: celery --app shop worker --loglevel info',
        'clock: celery --app shop beat --loglevel info',
      ],
    );
  });

  it('of Django in a folder of its own, or with channels, names folder and ASGI server', () => {
    const project = { 'src/manage.py': '', 'src/shop/wsgi.py': '', 'src/shop/asgi.py': '' };
    assert.deepEqual(lines({ ...project, 'requirements.txt': 'django\n' }), [
      'release: python src/manage.py migrate --noinput',
      'web: gunicorn shop.wsgi:application --bind 0.0.0.0:$PORT --chdir src',
    ]);
    assert.ok(
      lines({ ...project, 'requirements.txt': 'django\nchannels\ndaphne\n' }).includes(
        'web: cd src && exec daphne -b 0.0.0.0 -p $PORT shop.asgi:application',
      ),
    );
  });

  it('of FastAPI, Flask and Streamlit names the module', () => {
    const api = { 'requirements.txt': 'fastapi\nuvicorn\n', 'app/main.py': 'from fastapi import FastAPI\n' };
    assert.deepEqual(lines(api), ['web: uvicorn app.main:app --host 0.0.0.0 --port $PORT']);
    assert.deepEqual(lines({ ...api, 'requirements.txt': 'fastapi\nuvicorn\ngunicorn\n' }), [
      'web: gunicorn app.main:app --worker-class uvicorn.workers.UvicornWorker --bind 0.0.0.0:$PORT',
    ]);
    const flask = {
      'requirements.txt': 'flask\nflask-migrate\nrq\n',
      'wsgi.py': 'from flask import Flask\n',
    };
    assert.deepEqual(lines(flask), [
      'release: flask db upgrade',
      'web: gunicorn wsgi:app --bind 0.0.0.0:$PORT',
      'worker: rq worker --url $REDIS_URL',
    ]);
    assert.deepEqual(lines({ 'requirements.txt': 'streamlit\n', 'dash.py': 'import streamlit\n' }), [
      'web: streamlit run dash.py --server.port $PORT --server.address 0.0.0.0',
    ]);
    assert.deepEqual(lines({ 'worker/__main__.py': '', 'clock.py': '' }), [
      'worker: python -m worker',
      'clock: python clock.py',
    ]);
    assert.deepEqual(lines({ 'requirements.txt': 'aiogram\n', 'bot.py': 'import aiogram\n' }), [
      'worker: python bot.py',
    ]);
  });

  it('of Rails and Rack goes through Bundler', () => {
    const gemfile = "gem 'rails'\ngem 'puma'\ngem 'sidekiq'\n";
    assert.deepEqual(
      lines({
        Gemfile: gemfile,
        'config/application.rb': '',
        'bin/rails': '',
        'config/puma.rb': '',
        'db/migrate/1_a.rb': '',
      }),
      [
        'release: bundle exec rails db:migrate',
        'web: bundle exec puma -C config/puma.rb',
        'worker: bundle exec sidekiq',
      ],
    );
    assert.deepEqual(lines({ Gemfile: '', 'config.ru': '' }), [
      'web: bundle exec rackup --host 0.0.0.0 --port $PORT',
    ]);
    assert.deepEqual(lines({ 'config.ru': '' }), []);
  });

  it('of Node runs the script’s own program where it is a plain one', () => {
    assert.deepEqual(
      lines({
        'package.json': packageJson({ scripts: { start: 'node server.js', worker: 'node jobs.js' } }),
      }),
      ['web: node server.js', 'worker: node jobs.js'],
    );
    assert.deepEqual(
      lines({
        'package.json': packageJson({
          scripts: { start: 'nodemon x.js', 'start:prod': 'NODE_ENV=a node x.js' },
        }),
        'yarn.lock': '',
      }),
      ['web: yarn start:prod'],
    );
    assert.deepEqual(
      lines({ 'package.json': packageJson({ dependencies: { express: '4' } }), 'server.js': '' }),
      ['web: node server.js'],
    );
    assert.deepEqual(
      lines({
        'package.json': packageJson({
          scripts: { start: 'next start' },
          dependencies: { '@prisma/client': '5', bullmq: '4' },
        }),
        'prisma/migrations/1/migration.sql': '',
        'worker.js': '',
      }),
      ['release: npx prisma migrate deploy', 'web: npm start', 'worker: node worker.js'],
    );
  });

  it('of PHP, Go, Rust, Java, .NET and Elixir names what the build leaves', () => {
    assert.deepEqual(
      lines({
        'composer.json': '{}',
        artisan: '',
        'database/migrations/1.php': '',
        'app/Jobs/Mail.php': '',
        'routes/console.php': '',
      }),
      [
        'release: php artisan migrate --force',
        'web: vendor/bin/heroku-php-apache2 public/',
        'worker: php artisan queue:work',
        'clock: php artisan schedule:work',
      ],
    );
    assert.deepEqual(lines({ 'composer.json': '{}', 'public/index.php': '' }), [
      'web: vendor/bin/heroku-php-apache2 public/',
    ]);
    assert.deepEqual(lines({ 'go.mod': 'module example.org/shop/v2\n', 'main.go': '' }), ['web: ./bin/shop']);
    assert.deepEqual(
      lines({ 'Cargo.toml': '[package]\nname = "shop"\n', 'src/main.rs': '', 'src/bin/worker.rs': '' }),
      ['web: ./target/release/shop', 'worker: ./target/release/worker'],
    );
    assert.deepEqual(all({ 'go.mod': '', 'cmd/api/main.go': '', 'cmd/worker/main.go': '' }), [
      'web: ./bin/api',
      'worker: ./bin/worker',
    ]);
    assert.deepEqual(
      lines({
        'pom.xml': '<project><parent><artifactId>spring-boot-starter-parent</artifactId></parent></project>',
      }),
      ['web: java $JAVA_OPTS -jar target/*.jar --server.port=$PORT'],
    );
    assert.deepEqual(lines({ 'Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>' }), [
      'web: cd bin/publish && exec ./Shop --urls http://*:$PORT',
    ]);
    assert.deepEqual(
      lines({ 'mix.exs': '', 'lib/shop_web/endpoint.ex': '', 'priv/repo/migrations/1.exs': '' }),
      ['release: mix ecto.migrate', 'web: mix phx.server'],
    );
  });

  it('is empty where nothing is known, and leaves tests and vendored code out', () => {
    assert.deepEqual(lines({ 'readme.md': '' }), []);
    assert.deepEqual(lines({ 'tests/manage.py': '', 'tests/shop/wsgi.py': '', 'vendor/manage.py': '' }), []);
  });
});
