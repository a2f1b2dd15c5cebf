import assert from 'node:assert/strict';
import type { Severity } from '../../../core/rule';
import { tokenFormats } from '../../../core/values/tokens/find';
import type { TokenFormat } from '../../../core/values/tokens/token-format';
import { MemoryApp } from '../../harness/app';
import { tokenSample } from '../../harness/token-samples';

/** How a token is told in the app, in a test and in a guide. */
async function levels(format: TokenFormat): Promise<(Severity | undefined)[]> {
  const token = tokenSample(format);
  const js = `const it = \`${token}${format.reach === 'own' ? `\n${'Ab3dE'.repeat(13)}` : ''}\`;\n`;
  const app = new MemoryApp({ 'src/app.js': js, 'test/app.test.js': js, 'docs/guide.md': js });
  const found = await Promise.all([...app.files.keys()].map((path) => app.check(path)));
  return found.map((all) => all.find(({ rule }) => rule === 'config/known-token-format')?.severity);
}

/** All that is no error wherever it stands; the page of the rule gives the reasons. */
const EXCEPTIONS: Readonly<Record<string, readonly (Severity | undefined)[]>> = {
  'private-key': ['error', 'hint', 'hint'],
  age: ['error', 'hint', 'hint'],
  'putty-key': ['error', 'hint', 'hint'],
  'aws-temporary-key': ['information', 'information', 'information'],
  'stripe-test': ['information', 'information', 'information'],
  'stripe-webhook': ['error', 'hint', 'hint'],
  nuget: ['error', 'hint', 'hint'],
  jwt: ['information', undefined, undefined],
};

describe('how loud a token of a provider is', () => {
  for (const format of tokenFormats)
    it(format.id, async () => {
      assert.deepEqual(await levels(format), EXCEPTIONS[format.id] ?? ['error', 'error', 'error']);
    });

  it('lower where the pattern of its format stands beside it', async () => {
    const npm = tokenFormats.find(({ id }) => id === 'npm');
    const text = `const formats = [[/npm_[A-Za-z0-9]{36}/, '${npm ? tokenSample(npm) : ''}']];\n`;
    const found = await new MemoryApp({ 'find.js': text }).check('find.js');
    assert.equal(found.find(({ rule }) => rule === 'config/known-token-format')?.severity, 'information');
  });

  const google = tokenFormats.find(({ id }) => id === 'google-api-key');
  const cases: readonly [what: string, path: string, text: (key: string) => string, Severity][] = [
    ['a server asks with it', 'src/geo.py', (key) => `KEY = "${key}"\n`, 'error'],
    ['a test has it', 'tests/test_geo.py', (key) => `KEY = "${key}"\n`, 'error'],
    [
      'it stands in the settings of Firebase for the web',
      'src/firebase-setup.js',
      (key) => `initializeApp({\n  apiKey: '${key}',\n  authDomain: 'shop.firebaseapp.com',\n});\n`,
      'information',
    ],
    [
      'a page loads maps with it',
      'src/map.py',
      (key) => `URL = "https://maps.googleapis.com/maps/api/js?key=${key}"\n`,
      'information',
    ],
    [
      'a template shows it',
      'src/Map.vue',
      (key) => `<script>\nconst key = '${key}';\n</script>\n`,
      'information',
    ],
    [
      'it is on every phone',
      'app/google-services.json',
      (key) => `{ "current_key": "${key}" }\n`,
      'information',
    ],
  ];
  for (const [what, path, text, severity] of cases)
    it(`google-api-key, where ${what}: ${severity}`, async () => {
      const key = google ? tokenSample(google) : '';
      const found = await new MemoryApp({ [path]: text(key) }).check(path);
      assert.equal(found.find(({ rule }) => rule === 'config/known-token-format')?.severity, severity);
    });
});
