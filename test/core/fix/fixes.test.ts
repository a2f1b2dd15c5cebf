import assert from 'node:assert/strict';
import { languageOf } from '../../../core/linter';
import type { Finding, Fix } from '../../../core/rule';
import rules from '../../../core/rules/index.generated';
import pages from '../../../core/rules/pages.generated';
import { MemoryApp } from '../../harness/app';
import { withParsed } from '../../harness/parsed';
import { type PageCase, readPage } from '../../harness/rule-page';

/** Every fix of every finding on the rules' pages, each taken by itself. */
describe('fixes', () => {
  for (const { id } of rules) {
    for (const one of readPage(pages.get(id) ?? '')) {
      if (one.files.some(({ marks }) => marks.length > 0))
        it(`of ${id} mend what they are for: ${one.title}`, () => checkFixes(one));
    }
  }
});

async function checkFixes(one: PageCase): Promise<void> {
  const app = appOf(one);
  for (const path of app.files.keys()) {
    const before = await app.check(path);
    for (const finding of before) {
      const fixes = await app.fixes(finding);
      assert.equal(
        fixes.length > 0,
        finding.fixable,
        `${finding.rule} is ${finding.fixable ? '' : 'not '}fixable`,
      );
      for (const { title, edits, run } of fixes.flatMap(eachWay)) {
        // What an edit cannot do alone the editor runs.
        if (run) continue;
        const fixed = appOf(one);
        fixed.apply(edits);
        const after = await fixed.check(path);
        const told = `${title}: ${fixed.files.get(path)}`;
        const same = ({ rule }: Finding): boolean => rule === finding.rule;
        assert.ok(after.filter(same).length < before.filter(same).length, told);
        assert.ok(await parses(path, fixed.files.get(path) ?? ''), told);
        for (const touched of new Set(edits.map((edit) => edit.path)))
          if (touched !== path)
            assert.deepEqual(said(await fixed.check(touched)), said(await app.check(touched)), told);
      }
    }
  }
}

/** A fix that the user picks one of several ways of is each of these. */
function eachWay(fix: Fix): Fix[] {
  return fix.choices?.map(({ label, edits }) => ({ ...fix, title: `${fix.title} ${label}`, edits })) ?? [fix];
}

/** What is declared may want a version or a lockfile yet, which only an install knows, and a first manifest a runtime. */
function said(findings: readonly Finding[]): string[] {
  return findings
    .filter(
      ({ rule }) =>
        !/^dependencies\/(?:unpinned-version|missing-lockfile|lockfile-mismatch|runtime-version-undeclared)$/.test(
          rule,
        ),
    )
    .map(({ rule, message }) => `${rule}: ${message}`);
}

function appOf(one: PageCase): MemoryApp {
  return new MemoryApp(Object.fromEntries(one.files.map(({ path, text }) => [path, text])));
}

async function parses(path: string, text: string): Promise<boolean> {
  const language = languageOf(path);
  return !language || !(await withParsed(language, text, ({ hasError }) => hasError));
}
