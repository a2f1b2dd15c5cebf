import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  type FoundRegex,
  judge,
  keyOf,
  type RegexVerdict,
  regexesOf,
  sourcesOf,
} from '../scripts/shared/regexes.mjs';

/**
 * How regular expressions start that would be slow on a long text, by why theirs is short. Those of rules need no reason: the
 * engine shows rules no text, name or path that is longer than `LONGEST_TEXT`.
 */
const shortTexts: Readonly<Record<string, readonly string[]>> = {
  'a path, which the system keeps short': [
    'core/parity/pins.ts /(?:^|\\/)\\.(?:github',
    'core/formats/script-roles.ts /(?:^|\\/)(?:[\\w-]+[-_])?(?:deploy',
    'core/formats/sources/circleci.ts /(?:^|\\/)',
    'core/formats/sources/gitlab-ci.ts /(?:^|\\/)',
    'core/formats/sources/supervisord.ts /(?:^|\\/)',
    'core/formats/sources/compose.ts /(?:^|\\/)',
    'core/formats/sources/github-workflow.ts /(?:^|\\/)',
    'core/formats/sources/kubernetes.ts /(?:^|\\/)(?:k8s',
    'core/formats/sources/kubernetes.ts /(?:^|\\/)(?:[\\w-]+[-.])?(?:deployment',
    'core/file-class.ts /(?:^|\\/)(?:node_modules|',
    'core/file-class.ts /(?:^|\\/)(?:webpack|',
    'core/manifests/requirements-txt.ts /(?:^|\\/)(?:(?![^/]*constraints)',
    'client/formation/editor-world.ts /[^\\\\/]*$/',
  ],
  'cut to a few characters before it is looked at': [
    'core/languages/shared/go-env.ts /\\w*$/',
    'core/manifests/shared/typed.ts /[\\w.@/-]*$/',
    'core/languages/shared/javascript-imports.ts /([\\w$]+)[ \\t]{0,4}=',
    'core/languages/shared/php-imports.ts /\\/\\/[^\\n]*|#[^\\n]*|',
    'server/env-place.ts /[A-Za-z_]\\w*$/',
    'server/env-sites.ts /[A-Za-z_]\\w*$|$/',
  ],
  'a few words of one statement': [
    'core/languages/shared/php-edits.ts /[ \\t]*\\.[ \\t]*$/',
    'core/languages/shared/php-names.ts /\\w+$/',
  ],
};
const excuses = Object.values(shortTexts).flat();

/** No text, however it is made, may hang an editor. */
describe('regular expressions', () => {
  const checked = new Map<string, RegexVerdict>(
    Object.entries(JSON.parse(readFileSync('test/regexes.checked.json', 'utf8'))),
  );
  const verdictOf = async (regex: FoundRegex): Promise<RegexVerdict> =>
    checked.get(keyOf(regex)) ?? judge(regex);

  it('are fast on every text that they may meet', async function () {
    // One that is new is judged here: `node scripts/regexes.mjs` notes the verdict.
    this.timeout(300_000);
    const regexes = await regexesOf(sourcesOf('.'));
    assert.ok(regexes.length > 100);
    const slow: string[] = [];
    for (const regex of regexes) {
      const verdict = await verdictOf(regex);
      if (verdict === 'slow' || (verdict === 'short' && !meetsShortTexts(regex)))
        slow.push(`${regex.path}:${regex.line} is ${verdict}: ${keyOf(regex)}`);
    }
    assert.deepEqual(slow, []);
  });

  it('are excused where there is something to excuse', async () => {
    const regexes = await regexesOf(sourcesOf('.'));
    for (const excuse of excuses) {
      const regex = regexes.find((one) => placeOf(one).startsWith(excuse));
      assert.ok(regex, `${excuse} is not there`);
      assert.equal(await verdictOf(regex), 'short', excuse);
    }
  });
});

function meetsShortTexts(regex: FoundRegex): boolean {
  return regex.path.startsWith('core/rules/') || excuses.some((excuse) => placeOf(regex).startsWith(excuse));
}

function placeOf(regex: FoundRegex): string {
  return `${regex.path} ${keyOf(regex)}`;
}
