import type { EnvRead } from '../../facts/fact';
import { wordsOf } from '../../names';
import { derivedRead, keysFrom, matches, readOf, startOf } from './env-scan';
import { ENV } from './javascript-env-words';

const CAPITALS = /^[A-Z_][A-Z0-9_]*$/;
const PARSED = new RegExp(
  String.raw`\b(?:parse|safeParse|validate|decode|from)\w*\(\s*(?:[\w$]+\s*,\s*)?${ENV}\b|validationSchema`,
);

/** The keys of the object that tells envalid, znv, zod, T3 Env, Joi or convict what the environment holds. */
export function schemas(text: string): EnvRead[] {
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
    ['cleanEnv(', 'parseEnv(', 'envsafe('],
    /\b(?:(?:cleanEnv|parseEnv)\(\s*[\w.]+\s*,|envsafe\()\s*\{/g,
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
  return [...reads, ...jsonSchema(text), ...validatedClass(text), ...runtimeConfig(text)];
}

/** The JSON schema of env-schema and @fastify/env. */
function jsonSchema(text: string): EnvRead[] {
  if (!/["'](?:env-schema|@fastify\/env|fastify-env)["']/.test(text)) return [];
  const list = text.indexOf('[', text.search(/\brequired ?: ?\[/));
  const required = text.slice(list, Math.max(list, text.indexOf(']', list)));
  return [...text.matchAll(/\bproperties\s*:\s*\{/g)].flatMap((match) =>
    keysFrom(text, match.index + match[0].length - 1).flatMap(({ name, start, value }) => {
      const isNeeded = new RegExp(`["']${name}["']`).test(required) && !/\bdefault\s*:/.test(value);
      return CAPITALS.test(name) ? [readOf(name, start, !isNeeded)] : [];
    }),
  );
}

const CLASS_FIELD = /^[ \t]*([A-Z][A-Z0-9_]*)([?!]?)[ \t]*:[^=;\n]{1,100}(=?)/gm;

/** The class that Nest's `validate` makes of the environment, by class-transformer. */
function validatedClass(text: string): EnvRead[] {
  const name = /\bplainTo(?:Instance|Class)\(\s*(\w+)\s*,/.exec(text)?.[1];
  const head = name === undefined ? undefined : new RegExp(`\\bclass ${name}\\b[^{]{0,200}\\{`).exec(text);
  if (!head) return [];
  const from = head.index + head[0].length;
  const end = text.indexOf('\n}', from);
  const body = text.slice(from, end < 0 ? from : end);
  let last = 0;
  return [...body.matchAll(CLASS_FIELD)].map((match) => {
    const decorators = body.slice(last, match.index);
    last = match.index + match[0].length;
    const isOptional = match[2] === '?' || match[3] === '=' || decorators.includes('@IsOptional(');
    return readOf(match[1] ?? '', from + match.index + match[0].indexOf(match[1] ?? ''), isOptional);
  });
}

/** Nuxt's `runtimeConfig`: `apiSecret` is given by `NUXT_API_SECRET`. */
function runtimeConfig(text: string): EnvRead[] {
  const read = (open: number, prefix: string): EnvRead[] =>
    keysFrom(text, open).flatMap(({ name, start, value }) => {
      const variable = `${prefix}_${wordsOf(name).join('_').toUpperCase()}`;
      if (!/^\s*\{/.test(value)) return [derivedRead(variable, name, start, true)];
      return variable.split('_').length > 6 ? [] : read(text.indexOf('{', start), variable);
    });
  return [...matches(text, ['defineNuxtConfig('], /\bruntimeConfig\s*:\s*\{/g)].flatMap((match) =>
    read(match.index + match[0].length - 1, 'NUXT'),
  );
}
