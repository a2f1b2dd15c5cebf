import { languageOf } from '../../core/linter';
import rules from '../../core/rules/index.generated';
import pages from '../../core/rules/pages.generated';
import { readPage } from './rule-page';

/** All code that the rules' pages show, by its path on the page. */
export const pageTexts: readonly { readonly path: string; readonly text: string }[] = rules
  .flatMap(({ id }) => readPage(pages.get(id) ?? ''))
  .flatMap(({ files }) => files)
  .filter(({ path }) => languageOf(path));
