import type { EnvRead } from '../../facts/fact';
import type { Cast, EnvExpression } from '../../language';
import { eolOf, type TextEdit } from '../../text';
import { derivedRead, goesOn, matches, readOf, startOf, type Tolerance } from './env-scan';
import { isInComment } from './slash-comments';

/** Helpers that most programs write for themselves. */
const HELPER = String.raw`(?:get_env\w*|env_(?:var|or|var_or\w*|or_\w+))`;
const NAMED = [
  /\b(?:env|dotenvy?)::var(?:_os)?\(\s*"([A-Za-z_]\w*)"/g,
  /(?<![\w.:])var(?:_os)?\(\s*"([A-Z_][A-Z0-9_]*)"/g,
  /\b(?:option_)?env!\s*[([{]\s*"([A-Za-z_]\w*)"/g,
  new RegExp(String.raw`\b${HELPER}\(\s*"([A-Za-z_]\w*)"`, 'g'),
  /#\[(?:arg|clap|structopt)\([^\]]{0,400}?\benv\s*=\s*"([A-Za-z_]\w*)"/g,
  /#\[envconfig\([^\]]{0,400}?\bfrom\s*=\s*"([A-Za-z_]\w*)"/g,
  /\.env\(\s*"([A-Z_][A-Z0-9_]*)"\s*(?:,\s*)?\)/g,
];
/** By these a program says what it does without the variable. */
const TOLERANCE: Tolerance = {
  after:
    /^\s*\)\?\s*\.\s*(?:is_\w+|map|unwrap_or\w*)\(|^\s*[)\]}]\s*(?:\.\s*(?:map|and_then|as_deref|as_ref|ok|map_err|and_then|filter)\b[^;]{0,80}?)?\.\s*(?:unwrap_or\w*|ok\(|is_(?:ok|err|some|none)|map_or\w*|or(?:_else)?\()|^\s*[)\]}]\s*(?:[!=]=|\{)|^\s*,/,
  before:
    /\b(?:if|while)\s{1,9}let\s{1,9}(?:Ok|Some)\([^)\n]{0,60}\)\s{0,9}=\s{0,9}(?:\w{1,30}::){0,4}$|\bmatch\s{1,9}(?:\w{1,30}::){0,4}$|\boption_$/,
};
/** Attributes of command lines, whose option may be given instead, and what a build bakes in: no deploy sets it. */
const OPTIONAL = /^(?:#\[(?:arg|clap|structopt)|\.env\(|\b(?:option_)?env!)/;
/** Given by Cargo to each build. */
const CARGO = /^(?:CARGO_|OUT_DIR$)/;

export const env = {
  /** No member of anything in Rust is a variable of the environment. */
  member: /^(?!)()/,
  calls: new RegExp(
    String.raw`^(?:(?:.*[.?])?\w*env\w*\.var(?:_os)?|(?:(?:std|core)\.)?(?:option_)?env|(?:.*[.?])?${HELPER})$`,
  ),
};

export function envReads(text: string): EnvRead[] {
  if (!/env|\bvar(?:_os)?\(/.test(text)) return [];
  const reads: EnvRead[] = [];
  for (const pattern of NAMED) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? '';
      const start = match.index + match[0].lastIndexOf(name);
      if (!CARGO.test(name) && !isInComment(text, start))
        reads.push(readOf(name, start, isTolerated(text, match)));
    }
  }
  reads.push(...namedByField(text), ...namedByStruct(text));
  return reads.sort((a, b) => a.range.start - b.range.start);
}

const BY_FIELD = /[,(]\s{0,9}env\s{0,9}[,)][^\]\n]{0,200}\]\s{0,80}(?:pub\s{1,4})?(\w{1,60})\s{0,4}:/g;

/** `#[arg(long, env)]`: clap takes the field's name in capitals. */
function namedByField(text: string): EnvRead[] {
  return [...matches(text, ['#[arg(', '#[clap(', '#[structopt('], BY_FIELD)].flatMap((match) => {
    const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index + 1);
    const name = match[1] ?? '';
    return /#\[(?:arg|clap|structopt)\(/.test(line)
      ? [derivedRead(name.toUpperCase(), name, startOf(match, name), true)]
      : [];
  });
}

const ENVY = /\benvy::(?:prefixed\(\s*"(\w*)"\s*\)\s*\.\s*)?from_env::<(\w+)>/g;
const FIELD =
  /((?:^[ \t]{0,40}#\[[^\n]{0,200}\n){0,5})^[ \t]{0,40}(?:pub(?:\([^)\n]{0,40}\))?[ \t]{1,9})?(\w{1,80})[ \t]{0,9}:[ \t]{0,9}(Option<)?/gm;

/** The fields of the struct that envy fills. */
function namedByStruct(text: string): EnvRead[] {
  return [...matches(text, ['envy::'], ENVY)].flatMap(([, prefix = '', type = '']) => {
    const head = new RegExp(`\\bstruct ${type}\\s*\\{`).exec(text);
    if (!head) return [];
    const from = head.index + head[0].length;
    const end = text.indexOf('}', from);
    return [...text.slice(from, end < 0 ? from : end).matchAll(FIELD)].map((field) => {
      const name = field[2] ?? '';
      const at = from + field.index + field[0].lastIndexOf(`${name}`, field[0].lastIndexOf(':'));
      const hasDefault = field[3] !== undefined || /\bdefault\b/.test(field[1] ?? '');
      return derivedRead(`${prefix}${name}`.toUpperCase(), name, at, hasDefault);
    });
  });
}

function isTolerated(text: string, match: RegExpExecArray): boolean {
  if (OPTIONAL.test(match[0])) return true;
  const end = match.index + match[0].length;
  const isGiven =
    match[0].startsWith('#[envconfig') && /^[^\]]{0,200}\bdefault\b/.test(text.slice(end, end + 220));
  return isGiven || goesOn(text, match.index, end, TOLERANCE);
}

export function readEnv(name: string, cast: Cast, fallback: string | undefined, text: string): EnvExpression {
  const module = /^use std::env;/m.test(text) ? 'env' : 'std::env';
  const read = `${module}::var("${name}")`;
  const done = (expression: string, compound = false): EnvExpression => ({
    text: expression,
    compound,
    edits: [],
  });
  if (cast === 'boolean') return done(`${read}.as_deref() == Ok("true")`, true);
  if (cast === 'string') {
    const otherwise = `.unwrap_or_else(|_| ${fallback}.to_string())`;
    return done(read + (fallback === undefined ? `.expect("${name} must be set")` : otherwise));
  }
  const number = `.parse().expect("${name} must be a number")`;
  if (fallback === undefined) return done(`${read}.expect("${name} must be set")${number}`);
  return done(`${read}.map_or(${fallback}, |value| value${number})`);
}

const MAIN = /^[ \t]*(?:pub\s+)?(?:async\s+)?fn\s+main\s*\([^)]{0,200}\)[^{;]{0,200}\{/m;

/** Loads `.env` at the start of `main`, before anything else runs. */
export function loadEnv(text: string): { package: string; edits: TextEdit[] } | undefined {
  const main = MAIN.exec(text);
  if (!main) return undefined;
  const at = main.index + main[0].length;
  const eol = eolOf(text);
  const margin = /^[ \t]*/.exec(main[0])?.[0] ?? '';
  const close = /^[ \t]*\}/.test(text.slice(at, at + 80)) ? eol + margin : '';
  const newText = `${eol}${margin}    dotenvy::dotenv().ok();${close}`;
  return { package: 'dotenvy', edits: [{ range: { start: at, end: at }, newText }] };
}
