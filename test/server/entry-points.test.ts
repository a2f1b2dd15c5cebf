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
          },
          {
            type: 'worker',
            serves: false,
            says: 'Starts worker.py with Python’s HTTP server. Python’s HTTP server does not finish its jobs on SIGTERM by itself.',
          },
          {
            type: 'site',
            serves: true,
            says: 'Starts app.py with Gunicorn. It finishes open requests on SIGTERM.',
          },
          { type: 'release', serves: false, says: 'Starts server.js with Express.' },
        ]);
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
