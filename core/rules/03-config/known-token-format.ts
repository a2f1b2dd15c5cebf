import type { App } from '../../app';
import { isEnvFile, isExampleEnvFile } from '../../facts/app-files';
import { envNameFor } from '../../fix/env-name';
import {
  type Breach,
  defineRule,
  type FileView,
  type Severity,
  type Sighting,
  type SightingPlace,
} from '../../rule';
import { isSampleOfPattern, tokenAt, tokenFormats, tokenMarks } from '../../values/tokens/find';
import type { Reach, TokenFormat } from '../../values/tokens/token-format';
import { isShownByPage, levelOf } from './known-token-format/level';
import { PROSE_AND_KEYS } from './shared/secret-files';

const byId = new Map(tokenFormats.map((format) => [format.id, format]));

export default defineRule({
  id: 'config/known-token-format',
  title: 'Token of a provider in a file',
  severity: 'error',
  message:
    '{what} stands here, for everyone who can read the repository. Revoke it, and take the new one from the environment.',
  skip: ['generated', 'vendored'],
  secret: true,
  texts: {
    literals: tokenMarks,
    files: PROSE_AND_KEYS,
    find: (text, at, literal) => {
      const token = tokenAt(text, at, literal);
      const isExample =
        token?.format.reach === 'agreed' &&
        EXAMPLE.test(text.slice(Math.max(0, token.start - 160), token.start));
      if (!token || isExample) return undefined;
      const range = { start: token.start, end: token.end };
      if (isSampleOfPattern(text, token)) return { range, about: token.format.id + SAMPLE };
      const about = token.format.id + (isShownByPage(text, token.start) ? SHOWN : '');
      return { range, about };
    },
    breach: judge,
  },
});

/** What stands before the value of an example: `"example": "`, `such as `. */
const EXAMPLE =
  /\bexamples?["']?\s{0,9}[:=]\s{0,9}["']?$|"example"[^\n]{0,30},\s{0,60}[\w:]{0,60}\("$|\b(?:such as|e\.g\.|for example:?)\s{1,9}[`"']$/i;

const SHOWN = ' shown by a page';
const SAMPLE = ' sample of a pattern';

function judge(
  { range, about }: Sighting,
  place: SightingPlace | undefined,
  file: FileView,
  app: App,
): Breach | undefined {
  const format = byId.get(about.split(' ', 1)[0] ?? '');
  // An env file is where a token belongs; other rules see to it that git does not get it.
  if (!format || (isEnvFile(file.path) && !isExampleEnvFile(file.path))) return undefined;
  const seen = { isShown: about.endsWith(SHOWN), isSample: about.endsWith(SAMPLE) };
  const severity = levelOf(format, seen, place, file, app);
  if (!severity) return undefined;
  const isKey = format.reach === 'own';
  const string = place?.string?.value;
  // Of a key only its first line is looked at.
  const isWhole =
    string?.kind === 'string' &&
    (isKey ? string.text.startsWith('-----') : string.text.length === range.end - range.start);
  return {
    range: isWhole ? string.range : range,
    words: { what: nameOf(format, severity) },
    severity,
    // Where there are many keys, they are a set: of tests, of examples.
    ...(isKey || seen.isSample || (format.reach === 'agreed' && severity === 'information')
      ? { once: format.id }
      : {}),
    ...(isWhole ? { literal: literalOf(string.range, place, format) } : {}),
    // Of a file that is filled from the environment.
    ...(place || isKey ? {} : { literal: literalOf(range, place, format) }),
  };
}

const AMBIGUOUS: ReadonlySet<Reach | undefined> = new Set(['limited', 'page']);

function nameOf({ provider, what, reach }: TokenFormat, severity: Severity): string {
  const name = provider === '' ? what : `${provider} ${what}`;
  const article = /^(?:[aeio8]|SS|NR|npm)/i.test(name) ? 'An' : 'A';
  return `${article} ${name}${severity === 'information' && AMBIGUOUS.has(reach) ? ', which may be limited or public,' : ''}`;
}

function literalOf(
  range: Breach['range'],
  place: SightingPlace | undefined,
  format: TokenFormat,
): NonNullable<Breach['literal']> {
  const name = `${format.provider || format.id} ${format.what}`
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
  return { range, name: envNameFor(place?.string?.holder, name), cast: 'string', keepAsFallback: false };
}
