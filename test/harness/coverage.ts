import { isAppFile } from '../../core/facts/app-files';
import { entryFormatOf } from '../../core/formats/entry-format';
import type { Family } from '../../core/language';
import { languageOf } from '../../core/linter';
import type { Rule } from '../../core/rule';
import { readPage } from './rule-page';

/** The columns of the coverage table, in their order. */
export const FAMILIES: readonly (readonly [family: Family, title: string])[] = [
  ['javascript', 'JS/TS'],
  ['python', 'Python'],
  ['ruby', 'Ruby'],
  ['php', 'PHP'],
  ['java', 'Java'],
  ['go', 'Go'],
  ['csharp', 'C#'],
  ['rust', 'Rust'],
  ['shell', 'Shell'],
];

/** What a page shows of a kind of file: a block that is reported, and one that is not. */
export interface Proof {
  readonly marked: boolean;
  readonly silent: boolean;
}

export interface Coverage {
  /** Whether the rule judges code at all. */
  readonly judgesCode: boolean;
  readonly families: ReadonlyMap<Family, Proof>;
  readonly config: Proof;
  /** Procfiles, manifests, Dockerfiles, env files, ignore files. */
  readonly appFiles: Proof;
}

/** What a rule's page proves, by kind of file. */
export function coverageOf(rule: Rule, page: string): Coverage {
  const files = readPage(page).flatMap((one) => one.files);
  const proof = (is: (path: string) => boolean): Proof => {
    const shown = files.filter(({ path }) => is(path));
    return {
      marked: shown.some(({ marks }) => marks.length > 0),
      silent: shown.some(({ marks }) => marks.length === 0),
    };
  };
  const isConfig = (path: string): boolean =>
    languageOf(path) === undefined &&
    (rule.entries?.some((check) => check.files.test(path)) === true || isPlainConfig(path, rule));
  return {
    judgesCode: [rule.calls, rule.strings, rule.given, rule.imports, rule.reads, rule.texts].some(
      (one) => one !== undefined,
    ),
    families: new Map(
      FAMILIES.map(([family]) => [family, proof((path) => languageOf(path)?.family === family)]),
    ),
    config: proof(isConfig),
    appFiles: proof((path) => languageOf(path) === undefined && !isConfig(path)),
  };
}

/** Whether a rule looks through texts of any kind: it sees configuration and files of the app as well. */
export function seesAll({ texts }: Rule): boolean {
  return texts?.files?.test('README.md') === true;
}

function isPlainConfig(path: string, rule: Rule): boolean {
  return seesAll(rule) && entryFormatOf(path) !== undefined && !isAppFile(path);
}

export const isProved = ({ marked, silent }: Proof): boolean => marked && silent;
