import type { App } from '../../../app';
import type { EnvEntry } from '../../../env/env-file';
import type { Breach, Fixer } from '../../../rule';
import { type EnvText, writtenValue } from './files';

const BLANKS =
  'A value with blanks and without quotes is read in many ways: a shell runs its second word, honcho drops the blanks, PHP’s dotenv refuses the file.';
const CUT =
  'A `#` in a value without quotes is read in two ways: dotenv, honcho, Node and heroku local cut the value there; the shell, Docker Compose, python-dotenv and foreman keep it.';
const COMMENT =
  'foreman takes a comment behind a value without quotes as part of the value; the others do not.';

/** Values without quotes that the readers of env files do not agree on. */
export function unquoted(entry: EnvEntry, file: EnvText, app: App): Breach | undefined {
  const { valueRange, quote, nameRange } = entry;
  const value = writtenValue(entry, file);
  if (quote !== undefined || /^["'`]/.test(value) || /^[[{<]/.test(value)) return undefined;
  if (file.text[nameRange.end] === ':') return undefined;
  const { example } = file.source;
  const severity = example ? ({ severity: 'hint' } as const) : {};
  const repair = quoteFor(value);
  const fixable = repair ? { repair: { quote: repair } } : {};
  const hash = commentBehind(entry, file);
  if (hash === valueRange.end && value !== '') {
    // What follows a `#` may belong to the value; only its owner knows where it ends.
    return { range: { start: valueRange.start, end: hash + 1 }, words: { what: CUT }, ...severity };
  }
  // A placeholder of an example file is to be replaced as a whole: `postgres://<your user>@localhost`.
  const said = example ? value.replace(/<[^<>]{1,80}>/g, '') : value;
  if (/[ \t]/.test(said)) return { range: valueRange, words: { what: BLANKS }, ...severity, ...fixable };
  if (hash === undefined || value === '' || app.procfiles.length === 0) return undefined;
  return { range: valueRange, words: { what: COMMENT }, severity: 'hint', ...fixable };
}

/** Where a comment behind the value starts, in the same line. */
function commentBehind({ valueRange }: EnvEntry, { text }: EnvText): number | undefined {
  let at = valueRange.end;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return text[at] === '#' ? at : undefined;
}

/** The quotes that change nothing for any reader; none where each would. */
function quoteFor(value: string): string | undefined {
  if (!/["$`\\]/.test(value)) return '"';
  return value.includes("'") || value.includes('$') ? undefined : "'";
}

/** Two insertions, so that the value itself stands in no edit. */
export const quoteValue: Fixer = ({ path, range, breach }) => {
  const quote = breach.repair?.quote;
  if (typeof quote !== 'string') return [];
  const edits = [range.start, range.end].map((at) => ({
    path,
    range: { start: at, end: at },
    newText: quote,
  }));
  return [{ title: 'Put the value in quotes', kind: 'suggestion', edits }];
};
