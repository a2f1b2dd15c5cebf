import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAppFile } from '../../core/facts/app-files';
import languages from '../../core/languages/index.generated';
import { languageOf } from '../../core/linter';
import manifests from '../../core/manifests/index.generated';
import { MemoryApp } from '../harness/app';
import { appFileSamples } from '../harness/app-file-samples';
import { pageTexts } from '../harness/page-texts';
import { monsters, wildText } from '../harness/wild';

const MOST_FIXES = 5;

describe('any text', () => {
  for (const { extensions, family } of languages) {
    const path = `app${extensions[0]}`;
    const own = pageTexts.filter((page) => languageOf(page.path)?.family === family);
    const samples = (own.length > 0 ? own : pageTexts).map(({ text }) => text);

    it(`of ${path} is judged`, () =>
      fc.assert(
        fc.asyncProperty(wildText(samples), (text) => judge(path, text)),
        { numRuns: 150 },
      ));

    it(`of ${path} is judged, however strange`, async () => {
      for (const text of monsters) await judge(path, text);
      assert.ok(
        (await new MemoryApp({ 'app.js': "const password = 'x9!kq7-shop';" }).check('app.js')).length > 0,
      );
    });
  }

  it('is judged in every kind of file that shapes an app', () => {
    for (const path of Object.keys(appFileSamples)) assert.ok(isAppFile(path), path);
    for (const format of manifests)
      assert.ok(
        Object.keys(appFileSamples).some((path) => format.matches(path)),
        format.id,
      );
  });

  for (const [path, sample] of Object.entries(appFileSamples)) {
    it(`of ${path} shapes an app`, async () => {
      await fc.assert(
        fc.asyncProperty(wildText([sample]), (text) => shape(path, text)),
        { numRuns: 60 },
      );
      for (const text of monsters) await shape(path, text);
    });
  }
});

async function judge(path: string, text: string): Promise<void> {
  const manifest = { 'package.json': '{ "dependencies": {} }', 'requirements.txt': 'flask\n' };
  const app = new MemoryApp({ ...manifest, [path]: text });
  const findings = await app.check(path);
  for (const { range } of findings) {
    assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
  }
  for (const finding of findings.slice(0, MOST_FIXES)) await app.fixes(finding);
}

/** Judges the file, and the code that its app is asked about. */
async function shape(path: string, text: string): Promise<void> {
  const code = {
    'app.js': "import qs from 'qs';\nimport config from '@app/config';\nconst password = 'x9!kq7-shop';\n",
    'app.py': 'import yaml\npassword = "x9!kq7-shop"\n',
  };
  await judge(path, text);
  const app = new MemoryApp({ ...appFileSamples, ...code, [path]: text });
  for (const file of [path, ...Object.keys(code)])
    for (const finding of (await app.check(file)).slice(0, MOST_FIXES)) await app.fixes(finding);
}
