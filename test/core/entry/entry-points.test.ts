import assert from 'node:assert/strict';
import { type EntryPoint, entryPointsOf } from '../../../core/entry/entry-points';
import { MemoryApp } from '../../harness/app';

function entries(files: Readonly<Record<string, string>>): readonly EntryPoint[] {
  const [first = ''] = Object.keys(files);
  return entryPointsOf(new MemoryApp(files).picture.appOf(first));
}

function only(files: Readonly<Record<string, string>>): EntryPoint {
  const found = entries(files);
  assert.equal(found.length, 1);
  const [entry] = found;
  assert.ok(entry);
  return entry;
}

describe('entry points', () => {
  it('lead from a process type through npm scripts to the file', () => {
    const entry = only({
      Procfile: 'web: npm start\n',
      'package.json': '{ "scripts": { "start": "npm run serve", "serve": "node bin/www" } }',
      'bin/www.js': "const app = require('../app');\n",
      'app.js': "const express = require('express');\nmodule.exports = express();\n",
    });
    assert.deepEqual(
      [entry.role, entry.processType, entry.files, entry.libraries.map(({ name }) => name), entry.drains],
      ['web', 'web', ['bin/www.js'], ['Express'], false],
    );
    assert.equal(entry.commands.length, 3);
  });

  it('know the server of a command and whether it drains', () => {
    const entry = only({
      Procfile: 'web: poetry run gunicorn shop.wsgi:app\n',
      'shop/wsgi.py': 'from shop import app\n',
    });
    assert.deepEqual([entry.files, entry.runner?.name, entry.drains], [['shop/wsgi.py'], 'Gunicorn', true]);
    assert.equal(only({ Procfile: 'web: bundle exec thin start\n' }).drains, false);
  });

  it('tell web, worker, clock and release apart', () => {
    const found = entries({
      Procfile:
        'web: bundle exec puma\nworker: bundle exec sidekiq\nbeat: celery -A shop beat\nrelease: rake db:migrate\nextra: ./x\n',
      'config.ru': 'run App\n',
    });
    assert.deepEqual(
      found.map(({ role }) => role),
      ['web', 'worker', 'clock', 'release', 'other'],
    );
    assert.deepEqual(found[0]?.files, ['config.ru']);
  });

  it('see a signal handler in what a file loads', () => {
    const entry = only({
      Procfile: 'web: node server.js\n',
      'server.js': "import './shutdown.js';\nimport express from 'express';\n",
      'shutdown.js': "process.on('SIGTERM', stop);\n",
    });
    assert.equal(entry.drains, true);
  });

  it('find the source of a compiled file', () => {
    const entry = only({
      Procfile: 'web: node dist/server.js\n',
      'src/server.ts': "import fastify from 'fastify';\n",
    });
    assert.deepEqual([entry.files, entry.drains], [['src/server.ts'], false]);
  });

  it('find the main package of a binary, and of an image', () => {
    const go = only({
      Dockerfile: 'FROM scratch\nCMD ["/app/shop", "serve"]\n',
      'cmd/shop/main.go': 'package main\n\nimport "net/http"\n\nfunc main() {}\n',
      'cmd/tool/main.go': 'package main\n\nfunc main() {}\n',
    });
    assert.deepEqual([go.role, go.files, go.drains], ['web', ['cmd/shop/main.go'], false]);
    const java = only({
      Dockerfile: 'FROM eclipse-temurin\nENTRYPOINT ["java", "-jar", "app.jar"]\n',
      'src/main/java/shop/App.java':
        'import org.springframework.boot.SpringApplication;\nclass App { static void main(String[] a) { SpringApplication.run(App.class); } }\n',
    });
    assert.deepEqual([java.files, java.libraries[0]?.name], [['src/main/java/shop/App.java'], 'Spring Boot']);
    const rust = only({
      Procfile: 'web: ./target/release/shop\n',
      'src/main.rs': 'use axum::Router;\nfn main() {}\n',
    });
    assert.deepEqual([rust.files, rust.drains], [['src/main.rs'], false]);
    const dotnet = only({
      Procfile: 'web: dotnet Shop.dll\n',
      'Shop/Program.cs': 'var builder = WebApplication.CreateBuilder(args);\n',
      'Other/Program.cs': 'var builder = WebApplication.CreateBuilder(args);\n',
    });
    assert.deepEqual(dotnet.files, ['Shop/Program.cs']);
  });

  it('are those of the start script where no Procfile says more', () => {
    const entry = only({
      'package.json': '{ "scripts": { "start": "node .", "test": "mocha", "worker": "node worker.js" } }',
      'index.js': "require('koa');\n",
    });
    assert.deepEqual([entry.processType, entry.path], [undefined, 'package.json']);
    assert.deepEqual(entries({ 'package.json': '{ "scripts": { "build": "tsc" } }' }), []);
  });

  it('end where scripts call each other for ever', () => {
    const entry = only({
      Procfile: 'web: npm start\n',
      'package.json': '{ "scripts": { "start": "npm run again", "again": "npm start" } }',
    });
    assert.deepEqual(entry.files, []);
  });
});
