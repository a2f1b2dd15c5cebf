import assert from 'node:assert/strict';
import { entryFormatOf } from '../core/formats/entry-format';
import { defaultSettings, type LintSettings } from '../core/lint/settings';
import { languageOf } from '../core/linter';
import rules from '../core/rules/index.generated';
import pages from '../core/rules/pages.generated';
import { codeOf } from '../core/source';
import { reparse } from '../core/syntax/reparse';
import { linter, MemoryApp } from './harness/app';
import { coverageOf, seesAll } from './harness/coverage';
import { type PageCase, readPage } from './harness/rule-page';

describe('rule pages', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      const cases = readPage(pages.get(rule.id) ?? '');

      const { judgesCode, families, config, appFiles } = coverageOf(rule, pages.get(rule.id) ?? '');
      for (const [family, proof] of judgesCode ? families : []) {
        const reason = rule.notFor?.[family];
        if (reason === undefined) {
          it(`shows a reported and a silent block in ${family}, or says why it has none`, () => {
            assert.ok(proof.marked, 'no marked block, and no reason in `notFor`');
            assert.ok(proof.silent, 'no silent block');
          });
        } else {
          it(`has nothing to report in ${family}, as it says`, () => {
            assert.match(reason, /^[A-Z].+\.$/);
            assert.equal(rule.calls?.[family], undefined);
            assert.equal(proof.marked, false);
          });
        }
      }

      if (rule.entries || seesAll(rule)) {
        it('shows a reported and a silent configuration file', () => {
          assert.deepEqual(config, { marked: true, silent: true });
        });
      }

      if (rule.commands || rule.appFiles || seesAll(rule)) {
        it('shows a reported and a silent Procfile, manifest or other file of the app', () => {
          assert.deepEqual(appFiles, { marked: true, silent: true });
        });
      }

      for (const one of cases) it(one.title, () => checkCase(rule.id, one));
    });
  }
});

/** A rule that is off by default is turned on. */
function settingsFor(id: string): LintSettings {
  const rule = rules.find((one) => one.id === id);
  return rule?.off ? { rules: { [id]: rule.severity } } : defaultSettings;
}

async function checkCase(id: string, one: PageCase): Promise<void> {
  const app = new MemoryApp(Object.fromEntries(one.files.map(({ path, text }) => [path, text])));
  const messages = new Set<string>();
  for (const file of one.files) {
    const found = (await app.check(file.path, settingsFor(id))).filter(({ rule }) => rule === id);
    const shown = found.map(({ range }) => file.text.slice(range.start, range.end));
    assert.deepEqual(
      shown,
      file.marks.map((mark) => file.text.slice(mark.start, mark.end)),
      file.path,
    );
    assert.deepEqual(
      found.map(({ range }) => range),
      file.marks,
      file.path,
    );
    for (const { message } of found) messages.add(message);
  }
  for (const message of one.messages)
    assert.ok(messages.has(message), `Not said: ${message}\nSaid: ${[...messages].join('\n')}`);
  if (one.fixed.length > 0) await checkFix(id, one, app);
}

/** The first fix of each finding, one after another, leaves the `fixed` blocks, which parse and are clean. */
async function checkFix(id: string, one: PageCase, app: MemoryApp): Promise<void> {
  for (const { path, marks } of one.files) {
    for (let left = marks.length; left > 0; left--) {
      const finding = (await app.check(path, settingsFor(id))).find(
        ({ rule, fixable }) => rule === id && fixable,
      );
      assert.ok(finding, `${path}: nothing to fix`);
      const [fix] = await app.fixes(finding);
      assert.ok(fix, `${path}: no fix`);
      app.apply(fix.edits);
    }
  }
  for (const { path, text } of one.fixed) {
    assert.equal(app.files.get(path), text, path);
    assert.deepEqual(
      (await app.check(path, settingsFor(id))).filter(({ rule }) => rule === id),
      [],
      `${path} is not clean`,
    );
    await assertParses(path, text);
  }
}

async function assertParses(path: string, text: string): Promise<void> {
  const language = languageOf(path);
  const entries = language ? undefined : entryFormatOf(path)?.entries(text);
  if (entries) assert.ok(entries.length > 0, `${path} cannot be read`);
  if (!language) return;
  const parsed = reparse(await linter.grammars.load(language.grammar), codeOf(text, language));
  assert.equal(parsed?.tree.rootNode.hasError, false, `${path} does not parse`);
  parsed?.tree.delete();
}
