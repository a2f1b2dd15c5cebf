import type { EnvRead } from '../../facts/fact';
import { goesOn, keysFrom, matches, readOf, startOf, type Tolerance } from './env-scan';
import { frameworks } from './python-env-frameworks';

const READ =
  /\b(?:environb?(\.(?:get|pop|setdefault)\([ \t]*|\[[ \t]*)|getenv\([ \t]*)b?["'](\w+)["'][ \t]*(,?)/g;
const IN = /["'](\w+)["'][ \t]+(?:not[ \t]+)?in[ \t]+(?:os\.)?environ\b/g;
const TOLERANCE: Tolerance = {
  after: /^[ \t]*[\])][ \t]*(?:or\b|is\b|[!=]=|in\b|and\b|if\b)/,
  before: /\b(?:if|elif|while|and|bool\()[ \t]*(?:os\.)?$/,
  missing: /\bnot[ \t]+(?:os\.)?$/,
};

/** Reads of variables as a text of Python shows them: by `os`, and by the libraries that read the environment. */
export function envReads(text: string): EnvRead[] {
  if (!/env|onfig|ettings/i.test(text)) return [];
  const reads = [
    ...direct(text),
    ...viaAliases(text),
    ...libraries(text),
    ...settings(text),
    ...options(text),
    ...frameworks(text),
  ];
  const seen = new Set<number>();
  return reads
    .filter(({ range }) => !seen.has(range.start) && seen.add(range.start))
    .sort((a, b) => a.range.start - b.range.start);
}

function direct(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  for (const match of matches(text, ['environ', 'getenv'], READ)) add(reads, text, match, match[2] ?? '');
  for (const match of matches(text, ['environ'], IN))
    reads.push(readOf(match[1] ?? '', match.index + 1, true));
  return reads;
}

function add(reads: EnvRead[], text: string, match: RegExpExecArray, name: string): void {
  const start = startOf(match, name);
  const end = start + name.length + 1;
  if (/^[ \t]*\][ \t]?=[^=]/.test(text.slice(end, end + 8))) return;
  if (/\bdel[ \t]+(?:os\.)?$/.test(text.slice(Math.max(0, match.index - 12), match.index))) return;
  const hasDefault = match[0].endsWith(',') || goesOn(text, match.index, end, TOLERANCE);
  reads.push(readOf(name, start, hasDefault));
}

/** `env = os.environ`, `from os import environ as env`. */
function viaAliases(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  const alias =
    /^[ \t]*(?:(\w+)[ \t]*=[ \t]*os\.environ[ \t]*(?:\.copy\(\)[ \t]*)?$|from[ \t]+os[ \t]+import[ \t]+environ[ \t]+as[ \t]+(\w+))/gm;
  for (const [, assigned, imported] of matches(text, ['environ'], alias)) {
    const read = new RegExp(
      String.raw`(?<![\w.])${assigned ?? imported}(?:\.get\([ \t]*|\[[ \t]*)["'](\w+)["'][ \t]*(,?)`,
      'g',
    );
    for (const match of text.matchAll(read)) add(reads, text, match, match[1] ?? '');
  }
  return reads;
}

const CASTS = String.raw`(?:\.(?:str|bool|int|float|decimal|json|list|tuple|dict|set|url|path|date|datetime|time|timedelta|uuid|log_level|enum|bytes|db|db_url|cache|cache_url|email|email_url|search_url|channels_url|get_value))?`;
const ENVIRON = new RegExp(String.raw`(?<![\w.])(\w+)${CASTS}\(\s*["'](\w+)["'][ \t]*`, 'g');

/** `env("X", default=…)` of environs and django-environ, `config("X", default=…)` of decouple and Starlette. */
function libraries(text: string): EnvRead[] {
  const names = new Set(/\b(?:environs?|django_environ)\b/.test(text) ? ['env'] : []);
  if (/\bimport[ \t][^\n#]{0,200}\benv\b/.test(text)) names.add('env');
  if (/\b(?:decouple|prettyconf|starlette)\b/.test(text)) names.add('config');
  const made =
    /^[ \t]{0,40}(\w{1,60})[ \t]{0,9}(?::[^=\n]{0,60})?=[ \t]{0,9}(?:environs?\.)?(?:FileAwareEnv|Env|AutoConfig|Config|EnvList|ConfigManager(?:\.\w{1,40})?)\(|\bdecouple[ \t]import[ \t]config[ \t]as[ \t](\w{1,60})/gm;
  for (const [, own, other] of matches(
    text,
    ['environ', 'decouple', 'starlette', 'prettyconf', 'everett'],
    made,
  ))
    names.add(own ?? other ?? '');
  if (names.size === 0) return [];
  const given = new Set(declaredDefaults(text));
  const reads: EnvRead[] = [];
  for (const match of text.matchAll(ENVIRON)) {
    const [, callee = '', name = ''] = match;
    if (!names.has(callee) || !/^[A-Z_]/.test(name)) continue;
    const start = match.index + match[0].length;
    const from = text.lastIndexOf(name, start);
    const near = text.slice(start, start + 300);
    const rest = near.split('\n')[0] ?? '';
    const args = rest === '' || /^,[ \t]*$/.test(rest) ? near.slice(0, 200) : rest;
    const hasDefault =
      given.has(name) || /^,[^)]{0,200}?\bdefault[ \t]?=/.test(args) || isPositional(args, callee);
    reads.push(readOf(name, from, hasDefault));
  }
  return reads;
}

/** A second argument without a keyword is the default of environs' calls, and the cast of decouple's. */
function isPositional(args: string, callee: string): boolean {
  return callee === 'env' && /^,\s*(?!\w+[ \t]*=)[^)\s]/.test(args);
}

/** `environ.Env(DEBUG=(bool, False))` */
function declaredDefaults(text: string): string[] {
  const found: string[] = [];
  for (const match of matches(text, ['Env('], /\bEnv\(/g))
    for (const { name, value } of keysFrom(text, match.index + match[0].length - 1))
      if (/^[ \t]*\(/.test(value)) found.push(name);
  return found;
}

const CLASS =
  /^([ \t]{0,40})class[ \t]\w{1,80}\([^)\n]{0,200}?\b\w{0,40}(?:BaseSettings|EnvSettings)\b[^)\n]{0,200}\)[ \t]{0,9}:/gm;
const FIELD = /^[ \t]{1,40}([A-Za-z]\w{0,80})[ \t]{0,9}:([^=\n#]{1,200})(?:=([^\n]{0,400}))?$/;
const ALIAS = /\b(?:env|validation_alias|alias)[ \t]*=[ \t]*["'](\w+)["']/g;

/** The fields of pydantic's settings, each of which is read from the variable of its name in capitals. */
function settings(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  for (const match of matches(text, ['Settings'], CLASS)) {
    const from = match.index + match[0].length;
    const body = bodyOf(text, from, (match[1] ?? '').length);
    const prefix = /\benv_prefix[ \t]*=[ \t]*["'](\w*)["']/.exec(body)?.[1] ?? '';
    const margin = /\n([ \t]+)\S/.exec(body)?.[1] ?? '';
    let at = from;
    for (const line of body.split('\n')) {
      const field =
        line.startsWith(margin) && !/^[ \t]/.test(line.slice(margin.length)) ? FIELD.exec(line) : null;
      if (field) reads.push(...fieldReads(field, at, prefix, text));
      at += line.length + 1;
    }
  }
  return reads;
}

function fieldReads(field: RegExpExecArray, at: number, prefix: string, text: string): EnvRead[] {
  const [line, name = ''] = field;
  const type = (field[2] ?? '').trim();
  const value = field[3]?.trim();
  if (name === 'model_config' || /^ClassVar\b/.test(type)) return [];
  const isOptional = /\bNone\b|^Optional\b/.test(type);
  const hasDefault =
    isOptional ||
    (value !== undefined &&
      !/^(?:Field\(\s*(?:\.\.\.|(?:env|alias|validation_alias|description)\b(?![^\n]*\bdefault))|\.\.\.)/.test(
        value,
      ));
  const aliases = [...line.matchAll(ALIAS)];
  if (aliases.length > 0)
    return aliases.map((match) => readOf(match[1] ?? '', at + startOf(match, match[1] ?? ''), hasDefault));
  const start = at + line.indexOf(name);
  const variable = (prefix + name).toUpperCase();
  const read = {
    name: variable,
    range: { start, end: start + name.length },
    ...(hasDefault ? { hasDefault } : {}),
  };
  return [text.slice(start, read.range.end) === variable ? read : { ...read, derived: true }];
}

/** The lines further in than the one that opens them. */
function bodyOf(text: string, from: number, margin: number): string {
  const rest = text.slice(from, from + 20_000);
  const end = new RegExp(String.raw`\n[ \t]{0,${margin}}\S`).exec(rest)?.index ?? rest.length;
  return rest.slice(0, end);
}

/** `@click.option(envvar="X")` */
function options(text: string): EnvRead[] {
  return [...matches(text, ['envvar'], /\benvvar[ \t]*=[ \t]*["'](\w+)["']/g)].map((match) =>
    readOf(match[1] ?? '', startOf(match, match[1] ?? ''), true),
  );
}
