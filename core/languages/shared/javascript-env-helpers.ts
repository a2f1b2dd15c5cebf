import type { EnvRead } from '../../facts/fact';
import { matches, readOf, startOf } from './env-scan';
import { TOLERANCE } from './javascript-env-words';
import { readImports } from './javascript-imports';

const GET = /\.(get(?:OrThrow)?)(?:<[^>\n]{0,60}>)?\(\s*["'`]([A-Z_][A-Z0-9_]*)["'`]\s*(,|\))/g;
const STRAPI = /(?<![\w$.])env(?:\.\w+)?\(\s*["']([A-Z_][A-Z0-9_]*)["']\s*(,|\))/g;

const NCONF = /\bnconf\.get\(\s*["']([A-Z]\w*)["']\s*\)/g;
const ASTRO = /\bgetSecret\(\s*["'](\w+)["']\s*\)/g;
const EFFECT =
  /\bConfig\.(?:string|nonEmptyString|number|integer|boolean|redacted|secret|url|port|date|duration|literal)\(\s*["']([A-Z]\w*)["']\s*\)/g;

/** The names that a pattern's first group finds; what follows tells whether the program goes on without one. */
function named(text: string, pattern: RegExp, goesOn: (rest: string) => boolean): EnvRead[] {
  return [...text.matchAll(pattern)].map((match) => {
    const name = match[1] ?? '';
    const end = match.index + match[0].length;
    return readOf(name, startOf(match, name), goesOn(text.slice(end, end + 80)));
  });
}

/** `ConfigService.get('PORT')` of Nest, `env.get('PORT')` of env-var and Adonis, `env('PORT', 1337)` of Strapi. */
export function helpers(text: string): EnvRead[] {
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
  if (modules.has('nconf') && /\.env\(/.test(text)) reads.push(...named(text, NCONF, () => true));
  if (modules.has('astro:env/server')) reads.push(...named(text, ASTRO, () => false));
  if (modules.has('effect'))
    reads.push(
      ...named(text, EFFECT, (rest) => /^\s*(?:\.pipe\(|,)\s*Config\.(?:withDefault|option)/.test(rest)),
    );
  return reads;
}
