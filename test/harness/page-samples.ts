import rules from '../../core/rules/index.generated';
import pages from '../../core/rules/pages.generated';
import { type PageCase, readPage } from './rule-page';

/** The case of a rule's page that is taken through the whole product: one with a fix where there is one. */
export interface PageSample {
  readonly rule: string;
  readonly sample: PageCase;
  /** The format for whose sake it is there besides the one of its rule. */
  readonly format?: string;
}

/** All cases of rules that report something without being switched on first, on any machine. */
export function markedCases(): PageSample[] {
  return rules.flatMap(({ id, off }) =>
    (off ? [] : readPage(pages.get(id) ?? ''))
      .filter(({ files }) => files.some(({ marks }) => marks.length > 0) && !files.some(isElsewhere))
      .map((sample) => ({ rule: id, sample })),
  );
}

/** One of them of each rule. */
export function pageSamples(): PageSample[] {
  const marked = markedCases();
  return rules.flatMap(({ id }) => {
    const own = marked.filter(({ rule }) => rule === id);
    return own.find(({ sample }) => sample.fixed.length > 0) ?? own[0] ?? [];
  });
}

/** A folder that is in no repository, or in the one of a folder above, cannot be made just anywhere. */
function isElsewhere({ path, text }: PageCase['files'][number]): boolean {
  return path === '.git/repository' && text.trim() !== 'here';
}

/** The folder of a sample: `config/hardcoded-credential` is `config.hardcoded-credential`. */
export function folderOf({ rule, format }: PageSample): string {
  const name = rule.replace('/', '.');
  return format === undefined ? name : `${name}.${format.replaceAll('/', '.')}`;
}
