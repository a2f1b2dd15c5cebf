import assert from 'node:assert/strict';
import { languageOf } from '../../../core/linter';
import { linter, MemoryApp } from '../../harness/app';

/** The port a file takes where the environment gives it none, by language. */
const CASES: Readonly<Record<string, string>> = {
  'a.js': 'app.listen(process.env.PORT || 3000);',
  'b.ts': 'const port = Number(process.env.PORT ?? "3000");',
  'c.py': 'port = int(os.environ.get("PORT", 3000))',
  'd.rb': 'port ENV.fetch("PORT", 3000)',
  'e.rb': 'port = ENV["PORT"] || 3000',
  'f.php': "<?php $port = getenv('PORT') ?: 3000;",
  'g.go': 'port := os.Getenv("PORT")\n\tif port == "" {\n\t\tport = "3000"\n\t}\n',
  'h.go': 'http.ListenAndServe(":" + cmp.Or(os.Getenv("PORT"), "3000"), nil)',
  'i.cs': 'var port = Environment.GetEnvironmentVariable("PORT") ?? "3000";',
  'j.rs': 'let port = env::var("PORT").unwrap_or_else(|_| "3000".to_string());',
  'k.rs': 'let port = env::var("PORT").unwrap_or("3000".into());',
};

describe('default ports', () => {
  const portsIn = (path: string, text: string): readonly number[] => {
    const language = languageOf(path);
    assert.ok(language);
    return linter.summarize(path, linter.skim(text, language), text).ports;
  };

  for (const [path, text] of Object.entries(CASES)) {
    it(`reads the one of ${text.split('\n', 1)[0]}`, () => assert.deepEqual(portsIn(path, text), [3000]));
  }

  it('finds none where nothing says so', () => {
    assert.deepEqual(portsIn('a.js', 'app.listen(process.env.PORT);\nwait(3000);'), []);
    assert.deepEqual(portsIn('a.js', 'const limit = process.env.LIMIT || 3000;'), []);
    assert.deepEqual(portsIn('a.py', 'port = os.environ["PORT"]\ntimeout = 3000'), []);
  });
});

describe('related places', () => {
  it('come with a finding, in lines and columns', async () => {
    const app = new MemoryApp({
      'server.js': 'app.listen(process.env.PORT || 3000);\n',
      Dockerfile: 'FROM node:22\nEXPOSE 3000\nENV PORT=8080\nCMD ["node", "server.js"]\n',
    });
    const [found] = await app.check('Dockerfile');
    assert.equal(found?.rule, 'port-binding/port-mismatch');
    assert.deepEqual(found.related, [
      {
        path: 'Dockerfile',
        start: { line: 2, character: 9 },
        end: { line: 2, character: 13 },
        message: 'The image’s PORT',
      },
    ]);
  });

  it('are the rest of what is told once a file', async () => {
    const app = new MemoryApp({
      'rotate.sh': 'mv /var/log/app/a.log /var/log/app/b.log\ngzip /var/log/app/b.log\n',
    });
    const found = await app.check('rotate.sh');
    assert.equal(found.length, 1, JSON.stringify(found));
    assert.deepEqual(
      found[0]?.related?.map(({ start, message }) => [start.line, message]),
      [[1, 'Here too']],
    );
  });
});
