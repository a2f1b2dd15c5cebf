import type { EnvRead } from '../../facts/fact';
import { goesOn, keysFrom, matches, readOf, startOf, type Tolerance } from './env-scan';
import { readImports } from './javascript-imports';

const ENV = String.raw`(?:process\??\.env|import\.meta\.env|Bun\.env)`;
const READ = new RegExp(
  String.raw`\b${ENV}(?:(?:\?|!)?\.([A-Za-z_]\w*)|(?:\?\.)?\[["'${'`'}](\w+)["'${'`'}]\])|\bDeno\.env\.get\(\s*["'${'`'}](\w+)["'${'`'}]\s*\)`,
  'g',
);
const IN = new RegExp(String.raw`["'](\w+)["']\s+in\s+${ENV}\b`, 'g');
const PATTERN = new RegExp(
  String.raw`\{([^{}]*)\}[ \t]*(?::[ \t]*[\w<>[\].]+[ \t]*)?=[ \t]*(?:await[ \t]+)?(${ENV}\b|[A-Za-z_$][\w$]*[ \t]*[;\n])`,
  'g',
);
const TOLERANCE: Tolerance = {
  after: /^!?\s*(?:\|\||\?\?|&&|\?|[!=]==?)|^!?\s*\)\s*(?:\|\||\?\?|\?)/,
  before: /(?:!!|\btypeof\s+|\bBoolean\(\s*|\b(?:if|while)\s*\(\s*|&&\s*|[!=]==?\s*)$/,
  missing: /(?<!!)!\s*$/,
};

/** Reads of variables as a text of JavaScript or TypeScript shows them, and the schemas of env libraries. */
export function envReads(text: string): EnvRead[] {
  if (!/env|onfig/i.test(text)) return [];
  const aliases = aliasesOf(text);
  const reads = [
    ...direct(text),
    ...patterns(text, aliases),
    ...viaAliases(text, aliases),
    ...staticImports(text),
    ...schemas(text),
    ...helpers(text),
  ];
  const seen = new Set<number>();
  return reads
    .filter(({ range }) => !seen.has(range.start) && seen.add(range.start))
    .sort((a, b) => a.range.start - b.range.start);
}

function direct(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  for (const match of text.matchAll(READ)) {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    add(reads, text, name, match);
  }
  for (const match of text.matchAll(IN)) reads.push(readOf(match[1] ?? '', match.index + 1, true));
  return reads;
}

function add(reads: EnvRead[], text: string, name: string, match: RegExpExecArray): void {
  const end = match.index + match[0].length;
  if (/^\s?=[^=>]/.test(text.slice(end, end + 3))) return;
  if (/\bdelete\s+$/.test(text.slice(Math.max(0, match.index - 10), match.index))) return;
  reads.push(readOf(name, startOf(match, name), goesOn(text, match.index, end, TOLERANCE)));
}

const DYNAMIC =
  /\bimport\s{0,9}\{\s{0,9}env(?:\s{1,9}as\s{1,9}([\w$]{1,60}))?,?\s{0,9}\}\s{0,9}from\s{0,9}["']\$env\/dynamic\/(?:private|public)["']/g;

/** Local names of the environment itself. */
function aliasesOf(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const declared =
    /\b(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*(?::[^=\n]{1,60})?=\s*(?:globalThis\.)?(?:process|import\.meta)\.env\s*[;,\n)]/g;
  for (const [, name] of text.matchAll(declared)) if (name) names.add(name);
  const taken =
    /\benv(?:\s{0,9}:\s{0,9}([A-Za-z_$][\w$]{0,60}))?\b[^{}\n]{0,100}\}\s{0,9}=\s{0,9}(?:process\b|require\(["'](?:node:)?process["']\))/g;
  for (const [, name] of text.matchAll(taken)) names.add(name ?? 'env');
  if (/["'](?:node:)?process["']/.test(text)) {
    for (const { local, qualified } of readImports(text).flatMap(({ bindings }) => bindings))
      if (qualified === 'process.env') names.add(local);
  }
  for (const [, name] of matches(text, ['$env/dynamic/'], DYNAMIC)) names.add(name ?? 'env');
  return names;
}

function viaAliases(text: string, aliases: ReadonlySet<string>): EnvRead[] {
  const reads: EnvRead[] = [];
  for (const alias of aliases) {
    const name = alias.replace(/\$/g, '\\$&');
    const read = new RegExp(
      String.raw`(?<![\w$.])${name}(?:(?:\?|!)?\.([A-Z_][A-Z0-9_]*)(?![\w(])|\[["'](\w+)["']\])`,
      'g',
    );
    for (const match of text.matchAll(read)) add(reads, text, match[1] ?? match[2] ?? '', match);
  }
  return reads;
}

/** `const { PORT, HOST: host = 'x' } = process.env` */
function patterns(text: string, aliases: ReadonlySet<string>): EnvRead[] {
  const reads: EnvRead[] = [];
  for (const match of matches(text, [...aliases, '.env'], PATTERN)) {
    const source = (match[2] ?? '').trim().replace(/;$/, '').trim();
    if (/^[\w$]+$/.test(source) && !aliases.has(source)) continue;
    for (const part of (match[1] ?? '').matchAll(
      /(?:^|,)\s*(?!\.)["']?([A-Za-z_]\w*)["']?(?:\s*:\s*[\w$]+)?(\s*=)?/g,
    )) {
      const name = part[1] ?? '';
      const from = match.index + 1 + part.index + part[0].indexOf(name);
      reads.push(readOf(name, from, part[2] !== undefined));
    }
  }
  return reads;
}

/** `import { PORT } from '$env/static/private'` and from `astro:env`. */
function staticImports(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  const pattern =
    /\bimport\s*\{([^{}]*)\}\s*from\s*["'](?:\$env\/static\/(?:private|public)|astro:env\/(?:server|client))["']/g;
  for (const match of matches(text, ['$env/', 'astro:env'], pattern)) {
    const from = match.index + match[0].indexOf('{') + 1;
    for (const one of (match[1] ?? '').matchAll(/(?:^|,)\s*([A-Z_][A-Z0-9_]*)/g))
      reads.push(readOf(one[1] ?? '', from + one.index + one[0].length - (one[1] ?? '').length));
  }
  return reads;
}

const CAPITALS = /^[A-Z_][A-Z0-9_]*$/;
const PARSED = new RegExp(
  String.raw`\b(?:parse|safeParse|validate|decode|from)\w*\(\s*(?:[\w$]+\s*,\s*)?${ENV}\b|validationSchema`,
);

/** The keys of the object that tells envalid, znv, zod, T3 Env, Joi or convict what the environment holds. */
function schemas(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  const keys = (open: number, isOptional: (value: string) => boolean): void => {
    for (const { name, start, value } of keysFrom(text, open))
      if (CAPITALS.test(name)) reads.push(readOf(name, start, isOptional(value)));
  };
  const lenient = (value: string): boolean =>
    /\b(?:default|devDefault|optional|nullish|catch|desc)\b\s*[:(]/.test(value) &&
    !/^\s*\w+\(\{\s*desc:[^,}]*\}\)\s*$/.test(value);
  for (const match of matches(
    text,
    ['cleanEnv(', 'parseEnv('],
    /\b(?:cleanEnv|parseEnv)\(\s*[\w.]+\s*,\s*\{/g,
  ))
    keys(match.index + match[0].length - 1, lenient);
  for (const match of matches(text, ['createEnv('], /\b(?:server|client|shared)\s*:\s*\{/g))
    keys(match.index + match[0].length - 1, lenient);
  if (PARSED.test(text)) {
    for (const match of matches(
      text,
      ['object('],
      /\b(?:z|zod|v|valibot|s|t)\.(?:strict|loose)?[oO]bject\(\s*\{/g,
    ))
      keys(match.index + match[0].length - 1, lenient);
    for (const match of matches(
      text,
      ['oi.object'],
      /\bJoi\.object(?:<[^>\n]{0,100}>)?\((?:\)\.keys\()?\s{0,9}\{/gi,
    ))
      keys(match.index + match[0].length - 1, (value) => !value.includes('.required('));
  }
  for (const match of matches(text, ['convict'], /\benv\s*:\s*["'](\w+)["']/g))
    reads.push(readOf(match[1] ?? '', startOf(match, match[1] ?? ''), true));
  return reads;
}

const GET = /\.(get(?:OrThrow)?)(?:<[^>\n]{0,60}>)?\(\s*["'`]([A-Z_][A-Z0-9_]*)["'`]\s*(,|\))/g;
const STRAPI = /(?<![\w$.])env(?:\.\w+)?\(\s*["']([A-Z_][A-Z0-9_]*)["']\s*(,|\))/g;

/** `ConfigService.get('PORT')` of Nest, `env.get('PORT')` of env-var and Adonis, `env('PORT', 1337)` of Strapi. */
function helpers(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  const modules = new Set(readImports(text).map(({ module }) => module));
  const isEnvVar = modules.has('env-var');
  const known = ['env-var', '@nestjs/config', '@adonisjs/core/env', '#start/env', '@ioc:Adonis/Core/Env'];
  if (known.some((module) => modules.has(module))) {
    for (const match of text.matchAll(GET)) {
      const name = match[2] ?? '';
      const rest =
        text.slice(match.index + match[0].length, match.index + match[0].length + 160).split(';')[0] ?? '';
      const hasDefault = isEnvVar
        ? !/^[^\n]*\.required\(|^(?:\s*\.\w+\([^)]*\))*\s*\.required\(/.test(rest)
        : match[3] === ',' || (match[1] === 'get' && TOLERANCE.after.test(rest));
      reads.push(readOf(name, startOf(match, name), hasDefault));
    }
  }
  for (const match of matches(text, ['env(', 'env.'], STRAPI))
    reads.push(readOf(match[1] ?? '', startOf(match, match[1] ?? ''), match[2] === ','));
  return reads;
}
