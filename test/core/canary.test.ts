import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import type { Finding } from '../../core/rule';
import { MemoryApp } from '../harness/app';

/** What must not be shown: each stands where a credential stands, and nowhere else. */
const secrets = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map(
  (word, index) => `${word}-9Xq7!${index}zW`,
);
const [inEnv, inVariable, inOption, inLocator, inFallback, inCommand] = secrets;
const inManifest = Buffer.from(`${inOption}`).toString('base64');
secrets.push(inManifest);
const url = `postgres://shop:${inLocator}@db.internal/shop`;

const files: Readonly<Record<string, string>> = {
  '.env': `API_KEY=${inEnv}\nMAIL_PASSWORD="${inEnv}"\nDATABASE_URL='postgres://shop:${inEnv}@db/shop'\nbroken ${inEnv}\n`,
  '.env.production': `API_KEY=${inEnv}\nAPI_KEY=${inEnv}\n`,
  'package.json': `{ "scripts": { "start": "API_KEY=${inCommand} node app.js --port 3000" }, "dependencies": {} }`,
  Procfile: `web: API_KEY=${inCommand} gunicorn app:app --bind 0.0.0.0:8000\n`,
  Dockerfile: `FROM node:22\nENV API_KEY=${inCommand}\nCMD ["node", "app.js", "--password", "${inCommand}"]\n`,
  'config/database.yml': `production:\n  password: ${inOption}\n  url: ${url}\n`,
  'config/app.json': JSON.stringify({ password: inOption, url }),
  'k8s/secret.yaml': `apiVersion: v1\nkind: Secret\ndata:\n  MAIL_PASSWORD: ${inManifest}\n`,
  '.netrc': `machine git.shop-host.net login shop password ${inOption}\n`,
  'own/.netrc': `machine git.shop-host.net login shop password ${inOption}\n`,
  'secrets.json': JSON.stringify({ password: inOption }),
  '.git/tracked': '.netrc\nsecrets.json\n',
  'requirements.txt': 'flask\n',
  'app.js': `import jwt from 'jsonwebtoken';
import session from 'express-session';
const mailPassword = '${inVariable}';
export const db = { user: 'shop', password: "${inOption}", url: '${url}' };
app.use(session({ secret: '${inOption}' }));
jwt.sign({}, '${inOption}');
const key = process.env.API_KEY || '${inFallback}';
const apiKey = process.env.API_KEY || '${inFallback}';
`,
  'app.ts': `const dbPassword: string = '${inVariable}';\nconst url = \`${url}\`;\n`,
  'app.py': `import os, smtplib
DB_PASSWORD = "${inVariable}"
connect(password="${inOption}", url="${url}")
smtplib.SMTP("mail").login("shop", "${inOption}")
API_KEY = os.environ.get("API_KEY", "${inFallback}")
`,
};

describe('secrets', () => {
  it('are in no finding and no title of a fix', async () => {
    const app = new MemoryApp(files);
    const rules = new Set<string>();
    const found = new Set<string>();
    for (const path of app.files.keys()) {
      for (const finding of await app.check(path)) {
        rules.add(finding.rule);
        found.add(app.files.get(path)?.slice(finding.range.start, finding.range.end) ?? '');
        assertMasked(finding, `${finding.rule} in ${path}`);
        for (const { title } of await app.fixes(finding)) assertMasked(title, `a fix of ${finding.rule}`);
      }
    }
    for (const rule of [
      'config/hardcoded-credential',
      'config/secret-in-tracked-file',
      'backing-services/hardcoded-locator',
    ])
      assert.ok(rules.has(rule), rule);
    for (const secret of [inVariable, inOption, inLocator, inFallback, inManifest])
      assert.ok(
        [...found].some((text) => text.includes(secret ?? '?')),
        `nothing finds ${secret}`,
      );
  });

  it('move into .env only', async () => {
    const app = new MemoryApp(files);
    let moved = 0;
    for (const path of app.files.keys()) {
      for (const finding of await app.check(path)) {
        for (const { edits } of await app.fixes(finding)) {
          for (const edit of edits) if (edit.path !== '.env') assertMasked(edit.newText, edit.path);
          moved += edits.filter((edit) => edit.path === '.env').length;
        }
      }
    }
    assert.ok(moved > 5);
  });

  it('are masked in what an app says of its env files', () => {
    const { env } = new MemoryApp(files).picture.appOf('app.js');
    assert.equal(env.length, 2);
    assertMasked(env, 'env');
  });
});

/** Neither as JSON nor as Node prints it. */
function assertMasked(value: Finding | string | object, what: string): void {
  const shown = `${JSON.stringify(value)}${inspect(value, { depth: 20, showHidden: true })}`;
  for (const secret of secrets) assert.ok(!shown.includes(secret), `${what} shows ${secret}: ${shown}`);
}
