import { nameExpected } from '../core/env/typed';
import { isEnvFile, isProcfile, sourceFormatsOf } from '../core/facts/app-files';
import type { Language } from '../core/language';
import type { Range } from '../core/text';
import { envSites } from './env-sites';
import type { OpenDocument } from './open-document';

/** A variable's name in a text, or as much of one as is written so far. */
export interface EnvPlace {
  readonly name: string;
  readonly range: Range;
}

/** Longer lines were hardly typed. */
const LONGEST_LINE = 2000;
/** A name that stands in for the one that is being typed; no longer than it must be, and in no code. */
const PROBE = 'TWELVE_FACTOR_PROBE';
/** What may have to follow a name for a language to see that it is read. */
const CLOSINGS = ['', '"]', "']", '`]', '")', "')"];

/** The variable's name that stands at an offset of code, of a Procfile or of an env file. */
export function envNameAt(document: OpenDocument, offset: number): EnvPlace | undefined {
  const sites = envSites(document.path, document.text, document.skim());
  return sites.find(({ range, kind }) => kind !== 'refer' && range.start <= offset && offset <= range.end);
}

/** Where a variable's name is being typed; undefined where no name is expected. */
export function envNameTyped({ text, path, language }: OpenDocument, offset: number): EnvPlace | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - LONGEST_LINE);
  const typed = /[A-Za-z_]\w*$/.exec(text.slice(lineStart, offset))?.[0] ?? '';
  const start = offset - typed.length;
  const end = offset + (/^\w*/.exec(text.slice(offset, offset + LONGEST_LINE))?.[0].length ?? 0);
  const lead = text.slice(lineStart, start);
  const isExpected = language
    ? readsEnv(lead, restOfLine(text, end), language)
    : isExpectedAround(path, text, lineStart, lead);
  return isExpected ? { name: text.slice(start, end), range: { start, end } } : undefined;
}

function isExpectedAround(path: string, text: string, lineStart: number, lead: string): boolean {
  if (isEnvFile(path)) return /^[^#=]*=.*\$\{$/.test(lead);
  if (isProcfile(path)) return /^[\w-]+:[^#]*\$\{?$/.test(lead);
  return sourceFormatsOf(path).length > 0 && nameExpected(path, text.slice(0, lineStart), lead);
}

function restOfLine(text: string, from: number): string {
  return /^[^\r\n]*/.exec(text.slice(from, from + LONGEST_LINE))?.[0] ?? '';
}

/** Asks the language whether a name at the end of `lead` would be one that it reads. */
function readsEnv(lead: string, rest: string, language: Language): boolean {
  if (language.family === 'shell') return /(?:^|[^\\])\$\{?$/.test(lead);
  if (!/env/i.test(lead + rest)) return false;
  return [...CLOSINGS, rest].some((closing) =>
    language
      .envReads(lead + PROBE + closing)
      .some(({ name, range }) => name === PROBE && range.start === lead.length),
  );
}
