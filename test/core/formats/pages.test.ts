import assert from 'node:assert/strict';
import entries from '../../../core/formats/entries/index.generated';
import sources from '../../../core/formats/sources/index.generated';
import lockfiles from '../../../core/lockfiles/index.generated';
import manifests from '../../../core/manifests/index.generated';
import type { Rule } from '../../../core/rule';
import rules from '../../../core/rules/index.generated';
import pages from '../../../core/rules/pages.generated';
import { type PageCase, type PageFile, readPage } from '../../harness/rule-page';

/** Each case of each page with the rule that it is of. */
const cases = rules.flatMap((rule) =>
  readPage(pages.get(rule.id) ?? '').map((one): readonly [Rule, PageCase] => [rule, one]),
);

const isMarked = ({ marks }: PageFile): boolean => marks.length > 0;
const isRead = (facts: object): boolean =>
  Object.values(facts).some((list) => Array.isArray(list) && list.length > 0);

/** Formats in which nothing is ever marked, with what their files do instead in a case that has a finding elsewhere. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'go-work': 'It lists modules, which then need no declaration.',
  'setup-py': 'A program of packagers: what it declares may be imported.',
  gemspec: 'What it declares may be imported; how wide its versions are is for who uses the gem.',
};

/** All cases of pages are run by the unit tests; by `twelve-factor check` one of each rule and format. */
describe('the pages of rules', () => {
  for (const format of sources)
    it(`mark something in a file that the reader ${format.id} reads`, () =>
      assert.ok(
        cases.some(([, { files }]) =>
          files.some(
            (file) =>
              isMarked(file) && format.matches(file.path) && isRead(format.read(file.path, file.text)),
          ),
        ),
      ));

  for (const format of entries)
    it(`mark an entry that the reader ${format.id} reads`, () =>
      assert.ok(
        cases.some(
          ([rule, { files }]) =>
            rule.entries &&
            files.some(
              (file) =>
                isMarked(file) &&
                format.matches(file.path) &&
                rule.entries?.some((check) => check.files.test(file.path)) &&
                format.entries(file.text).length > 0,
            ),
        ),
      ));

  for (const format of manifests) {
    const reason = ELSEWHERE[format.id];
    it(`mark something ${reason ? 'beside' : 'in'} a manifest that the reader ${format.id} reads`, () => {
      const shown = cases.filter(([, { files }]) =>
        files.some((file) => format.matches(file.path) && (reason !== undefined || isMarked(file))),
      );
      assert.ok(shown.some(([, { files }]) => files.some(isMarked)));
    });
  }

  for (const { id, names, read } of lockfiles)
    it(`show a finding beside a lockfile that the reader ${id} reads`, () =>
      assert.ok(
        cases.some(
          ([, { files }]) =>
            files.some(isMarked) &&
            files.some(
              ({ path, text }) =>
                names.includes(path.slice(path.lastIndexOf('/') + 1)) && read(text).versions.size > 0,
            ),
        ),
      ));
});
