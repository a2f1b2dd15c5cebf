import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../core/rule';
import { MemoryApp } from '../harness/app';
import { monsters } from '../harness/wild';

const RUNS = 10_000;

/** What lines of both kinds of file are made of, well-formed and broken. */
const parts = [
  ...['web', 'worker', 'release', 'ps:scale', 'PORT', 'NAME', 'export ', 'heroku ', 'name', 'web-', '_X'],
  ...[
    ':',
    ': ',
    ' : ',
    '=',
    ' = ',
    '#',
    ' # ',
    '\\',
    '\\\n',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '\ufeff',
    '\0',
  ],
  ...['"', "'", '`', '$', '${', '}', '${X', '$PROT', '$(PORT)', '%PORT%', '&', '&&', '|', '>', ';', '(', ')'],
  ...[
    '<!--',
    '-->',
    '//',
    '|\n  ',
    '>-\n',
    'npm run ',
    'yarn a:b',
    'node web/x.js',
    'gunicorn a.b:app',
    'nohup ',
  ],
  ...['celery -A shop', 'a b', '🙂', '\u2028', '-----BEGIN', '{{', '--port PORT', '\ud800', 'cd x && '],
];

const text = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 5 })), { maxLength: 30 });

describe('the rules for grammar', () => {
  const others = {
    '.env.example': 'SHOP=\n',
    'package.json': '{ "scripts": { "start": "node server.js" } }',
    'web/server.js': 'process.env.SHOP;',
    'shop/wsgi.py': '',
  };

  for (const path of ['Procfile', '.env']) {
    it(`judge and mend any ${path}`, () =>
      fc.assert(
        fc.asyncProperty(text, (some) => judge(path, some.join(''))),
        { numRuns: RUNS },
      ));

    it(`judge and mend the strangest ${path}`, async () => {
      for (const monster of monsters) await judge(path, monster);
      for (const part of parts) await judge(path, part.repeat(2_000));
    });
  }

  async function judge(path: string, content: string): Promise<void> {
    const app = new MemoryApp({ ...others, [path]: content });
    const findings = (await app.check(path)).filter(({ rule }) => /^(?:procfile|env)\//.test(rule));
    for (const finding of findings.slice(0, 5)) await judgeFinding(finding, app, content);
  }

  async function judgeFinding(finding: Finding, app: MemoryApp, content: string): Promise<void> {
    const { start, end } = finding.range;
    assert.ok(0 <= start && start < end && end <= content.length, `${finding.rule}: ${start}–${end}`);
    assert.doesNotMatch(finding.message, /\{\w+\}|undefined/);
    for (const fix of await app.fixes(finding)) {
      assert.ok(fix.edits.length > 0, fix.title);
      for (const { range, path } of fix.edits) {
        const length = app.files.get(path)?.length ?? 0;
        assert.ok(0 <= range.start && range.start <= range.end && range.end <= length, fix.title);
      }
    }
  }

  it('say nothing of a value', async () => {
    const secret = ['x9', 'kq7', 'vault'].join('');
    const lines = [
      secret,
      `export ${secret} more`,
      `// ${secret}`,
      `A=${secret} b`,
      `B=${secret}#c`,
      `C: ${secret}`,
      ` D = ${secret}`,
      `PORT=${secret}`,
      `E="\${${secret}}"`,
      `E=${secret}`,
      `some ${secret}=1`,
    ];
    const app = new MemoryApp({ ...others, '.env': `${lines.join('\n')}\n` });
    const findings = (await app.check('.env')).filter(({ rule }) => rule.startsWith('env/'));
    assert.ok(findings.length >= 8, String(findings.length));
    for (const finding of findings) {
      const fixes = await app.fixes(finding);
      const said = [
        finding.message,
        ...fixes.flatMap(({ title, edits }) => [title, ...edits.map((e) => e.newText)]),
      ];
      assert.ok(!said.join('\n').includes(secret), finding.rule);
    }
  });
});
