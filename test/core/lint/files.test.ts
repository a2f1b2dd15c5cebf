import assert from 'node:assert/strict';
import { defaultSettings, type LintSettings } from '../../../core/lint/settings';
import { MemoryApp } from '../../harness/app';
import { withTokens } from '../../harness/token-samples';

const rule = 'config/secret-in-tracked-file';
const files = {
  'server.key': withTokens('‹private-key-line›\n‹private-key-row›\n'),
  '.npmrc': withTokens('//registry.npmjs.org/:_authToken=‹npm›\n'),
  '.git-credentials': 'https://shop:k8Fq2zLw@git.shop-host.net\n',
  '.netrc': 'machine git.shop-host.net login shop password k8Fq2zLw\n',
  'shop.p12': '',
};
const tracked = { '.git/tracked': Object.keys(files).join('\n') };

async function told(more: Readonly<Record<string, string>>, settings?: LintSettings): Promise<string[]> {
  const app = new MemoryApp({ ...files, ...more });
  const all = await Promise.all(Object.keys(files).map((path) => app.check(path, settings)));
  return all.flat().map((one) => `${one.path} ${one.rule}`);
}

/** What the rules of texts say of these files. */
const byText = [
  'server.key config/known-token-format',
  '.npmrc config/known-token-format',
  '.git-credentials config/credential-in-url',
  '.netrc config/hardcoded-credential',
];

describe('a file that is told as a whole', () => {
  it('is told once, for all that stands in it', async () => {
    assert.deepEqual(
      await told(tracked),
      Object.keys(files).map((path) => `${path} ${rule}`),
    );
  });

  it('is left to those who tell what stands in it where nobody knows what git tracks', async () => {
    assert.deepEqual(await told({}), byText);
  });

  it('is left to them where the rule is off', async () => {
    assert.deepEqual(await told(tracked, { ...defaultSettings, rules: { [rule]: 'off' } }), byText);
  });

  it('is told nowhere where what stands in it is allowed', async () => {
    const allowed = { '.netrc': `${files['.netrc'].trim()} # gitleaks:allow\n` };
    assert.ok(!(await told({ ...tracked, ...allowed })).some((one) => one.startsWith('.netrc')));
  });
});
