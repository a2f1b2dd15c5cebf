import type { EnvRead } from '../../facts/fact';
import { goesOn, matches, readOf, startOf } from './env-scan';
import { helpers } from './javascript-env-helpers';
import { schemas } from './javascript-env-schemas';
import { ENV, TOLERANCE } from './javascript-env-words';
import { readImports } from './javascript-imports';

const READ = new RegExp(
  String.raw`\b${ENV}(?:(?:\?|!)?\.([A-Za-z_]\w*)|(?:\?\.)?\[["'${'`'}](\w+)["'${'`'}]\])|\bDeno\.env\.get\(\s*["'${'`'}](\w+)["'${'`'}]\s*\)`,
  'g',
);
const IN = new RegExp(String.raw`["'](\w+)["']\s+in\s+${ENV}\b`, 'g');
const PATTERN = new RegExp(
  String.raw`\{([^{}]*)\}[ \t]*(?::[ \t]*[\w<>[\].]+[ \t]*)?=[ \t]*(?:await[ \t]+)?(${ENV}\b|[A-Za-z_$][\w$]*[ \t]*[;\n])`,
  'g',
);
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
