import assert from 'node:assert/strict';
import { MemoryApp } from '../../harness/app';
import { withGracefulStop } from '../../harness/graceful-stop';

const procfile = 'web: node server.js\n';
const fixed = (text: string): Promise<string> =>
  withGracefulStop({ Procfile: procfile, 'server.js': text }, 'server.js');

describe('the fix for a missing graceful stop', () => {
  it('keeps quotes, line ends and names of the file', async () => {
    const text =
      'const express = require("express");\r\nconst server = "shop";\r\nconst app = express();\r\napp.listen(process.env.PORT);\r\n';
    assert.equal(
      await fixed(text),
      'const express = require("express");\r\nconst server = "shop";\r\nconst app = express();\r\nconst httpServer = app.listen(process.env.PORT);\r\n\r\nprocess.once("SIGTERM", () => {\r\n  httpServer.close(() => process.exit(0));\r\n  setTimeout(() => process.exit(1), 10_000).unref();\r\n});\r\n',
    );
  });

  it('uses the name that a server has already, at its own indent', async () => {
    const text =
      "const app = require('express')();\nfunction start() {\n  const listening = app.listen(process.env.PORT, () => {\n    console.log('up');\n  });\n}\nstart();\n";
    assert.match(
      await fixed(text),
      /\n {2}\}\);\n\n {2}process\.once\('SIGTERM', \(\) => \{\n {4}listening\.close\(/,
    );
  });

  it('is not offered where the call is a part of something larger', async () => {
    const app = new MemoryApp({
      Procfile: procfile,
      'server.js': "const app = require('express')();\nready.then(() => app.listen(process.env.PORT));\n",
    });
    const found = await app.check('server.js');
    const finding = found.find(({ rule }) => rule === 'disposability/no-sigterm-handler');
    assert.equal(finding?.fixable, false);
  });

  it('says in Go which packages it needs, once each', async () => {
    const text = await withGracefulStop(
      {
        'go.mod': 'module shop\n',
        'main.go':
          'package main\n\nimport (\n\t"net/http"\n\t"time"\n\n\t"shop/web"\n)\n\nfunc main() {\n\tif err := http.ListenAndServe(":80", web.Handler()); err != nil {\n\t\tpanic(err)\n\t}\n}\n',
      },
      'main.go',
    );
    assert.match(
      text,
      /import \(\n\t"context"\n\t"errors"\n\t"net\/http"\n\t"os\/signal"\n\t"syscall"\n\t"time"\n\n\t"shop/,
    );
    assert.match(text, /\tif err := serve\(":80", web\.Handler\(\)\); err != nil \{\n/);
  });

  it('leaves a Go file alone whose imports give a name another meaning', async () => {
    const app = new MemoryApp({
      'go.mod': 'module shop\n',
      'main.go':
        'package main\n\nimport (\n\t"net/http"\n\n\t"github.com/pkg/errors"\n)\n\nfunc main() {\n\thttp.ListenAndServe(":80", nil)\n\terrors.New("x")\n}\n',
    });
    const [finding] = (await app.check('main.go')).filter(
      ({ rule }) => rule === 'disposability/no-sigterm-handler',
    );
    assert.equal(finding?.fixable, false);
  });
});

describe('a missing graceful stop', () => {
  const found = async (files: Readonly<Record<string, string>>, path: string) =>
    (await new MemoryApp(files).check(path)).filter(
      ({ rule }) => rule === 'disposability/no-sigterm-handler',
    );
  const server = "require('express')().listen(3000);\n";

  it('tells the command that starts the file', async () => {
    const [finding] = await found({ Procfile: procfile, 'server.js': server }, 'server.js');
    assert.deepEqual(finding?.breach.related, [
      { path: 'Procfile', range: { start: 5, end: 19 }, message: 'This command starts it.' },
    ]);
  });

  it('is none in a library, a test, or a file that nothing starts', async () => {
    assert.deepEqual(await found({ 'server.js': server }, 'server.js'), []);
    assert.deepEqual(await found({ Procfile: procfile, 'server.js': '', 'tool.js': server }, 'tool.js'), []);
    assert.deepEqual(
      await found({ Procfile: 'web: node test/server.js\n', 'test/server.js': server }, 'test/server.js'),
      [],
    );
    assert.deepEqual(
      await found(
        { 'package.json': '{ "main": "server.js", "version": "1.0.0" }', 'server.js': server },
        'server.js',
      ),
      [],
    );
  });

  it('is none where any file of the app looks after signals', async () => {
    const files = {
      Procfile: procfile,
      'server.js': server,
      'lib/stop.js': "process.on('SIGTERM', stop);\n",
    };
    assert.deepEqual(await found(files, 'server.js'), []);
  });
});
