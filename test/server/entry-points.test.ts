import assert from 'node:assert/strict';
import { type EntryPointsResult, entryPointsMethod } from '../../core/protocol';
import { MemoryClient } from '../harness/memory-client';

const files = {
  'shop/Procfile':
    'api: node server.js\nworker: python worker.py\nsite: gunicorn app:app\nrelease: node server.js --check\n',
  'shop/package.json': '{ "private": true, "dependencies": { "express": "5" } }',
  'shop/server.js': "const express = require('express');\nexpress().listen(process.env.PORT);\n",
  'shop/worker.py': 'from http.server import HTTPServer\nHTTPServer(("", 8081), Page).serve_forever()\n',
  'shop/app.py': 'import flask\n',
};

describe('server: twelveFactor/entryPoints', () => {
  it('says of each process type what it starts, whether that listens and how it stops', () =>
    MemoryClient.with(
      files,
      async (client) => {
        await client.pullWorkspace();
        const { complete, starts }: EntryPointsResult = await client.request(entryPointsMethod, {
          uri: client.uri('shop'),
        });
        assert.equal(complete, true);
        assert.deepEqual(starts, [
          {
            type: 'api',
            serves: true,
            says: 'Starts server.js with Express. Express does not finish open requests on SIGTERM by itself.',
            program: { text: 'node server.js', folder: '', file: 'server.js', family: 'javascript' },
          },
          {
            type: 'worker',
            serves: false,
            says: 'Starts worker.py with Python’s HTTP server. Python’s HTTP server does not finish its jobs on SIGTERM by itself.',
            program: { text: 'python worker.py', folder: '', file: 'worker.py', family: 'python' },
          },
          {
            type: 'site',
            serves: true,
            says: 'Starts app.py with Gunicorn. It finishes open requests on SIGTERM.',
            program: { text: 'gunicorn app:app', folder: '', file: 'app.py', family: 'python' },
          },
          {
            type: 'release',
            serves: false,
            says: 'Starts server.js with Express.',
            program: { text: 'node server.js --check', folder: '', file: 'server.js', family: 'javascript' },
          },
        ]);
      },
      { diagnostics: { scope: 'workspace' } },
    ));

  it('looks behind package scripts, start scripts and stubs, and sees a port that is fixed', () =>
    MemoryClient.with(
      {
        Procfile: [
          'web: npm start',
          'api: bin/api',
          'site: ./start.sh',
          'fixed: gunicorn -b :8000 app:app',
          'stub: bin/stub',
          'folder: cd web && npm start',
        ].join('\n'),
        'package.json': '{ "private": true, "scripts": { "start": "node build.js && python \\"app.py\\"" } }',
        'web/package.json': '{ "private": true, "scripts": { "start": "node main.js" } }',
        'web/main.js': 'start();\n',
        'build.js': 'build();\n',
        'app.py': 'import flask\n',
        'bin/api': '#!/bin/sh\nset -e\nexport MODE=api\n./manage.py migrate\nexec gunicorn app:app\n',
        'bin/stub': '#!/usr/bin/env ruby\nrun\n',
        'start.sh': 'python app.py &\nwait\n',
      },
      async (client) => {
        await client.pullWorkspace();
        const { starts }: EntryPointsResult = await client.request(entryPointsMethod, {
          uri: client.uri(''),
        });
        assert.deepEqual(
          starts.map(({ type, serves, program }) => [
            type,
            serves,
            program?.text,
            program?.folder,
            program?.file,
          ]),
          [
            ['web', false, 'python "app.py"', '', 'app.py'],
            ['api', true, 'export MODE=api && exec gunicorn app:app', '', 'app.py'],
            ['site', false, undefined, undefined, undefined],
            ['fixed', false, 'gunicorn -b :8000 app:app', '', 'app.py'],
            ['stub', false, 'bin/stub', '', 'bin/stub'],
            ['folder', false, 'node main.js', 'web', 'web/main.js'],
          ],
        );
      },
      { diagnostics: { scope: 'workspace' } },
    ));

  it('knows nothing of a folder without a Procfile', () =>
    MemoryClient.with(files, async (client) => {
      const { starts }: EntryPointsResult = await client.request(entryPointsMethod, {
        uri: client.uri('none'),
      });
      assert.deepEqual(starts, []);
    }));
});
