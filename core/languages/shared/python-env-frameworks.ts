import type { EnvRead } from '../../facts/fact';
import { derivedRead, matches, readOf, startOf } from './env-scan';

/** Variables that the calls and classes of frameworks read by themselves. */
export function frameworks(text: string): EnvRead[] {
  return [...databaseUrl(text), ...flaskFile(text), ...environConfig(text)];
}

/** `dj_database_url.config()` reads `DATABASE_URL`, or what `env=` names. */
function databaseUrl(text: string): EnvRead[] {
  const call = /\bdj_database_url\.(config)\(([^)\n]{0,200})/g;
  return [...matches(text, ['dj_database_url'], call)].map((match) => {
    const named = /\benv[ \t]?=[ \t]?["'](\w+)["']/.exec(match[2] ?? '');
    const name = named?.[1];
    if (name !== undefined) return readOf(name, startOf(match, name), true);
    return derivedRead('DATABASE_URL', 'config', match.index + match[0].indexOf('.config(') + 1, true);
  });
}

/** `app.config.from_envvar("SHOP_SETTINGS")` */
function flaskFile(text: string): EnvRead[] {
  const call = /\.from_envvar\(\s*["'](\w+)["']([^)\n]{0,60})/g;
  return [...matches(text, ['from_envvar'], call)].map((match) => {
    const name = match[1] ?? '';
    return readOf(name, startOf(match, name), /\bsilent[ \t]?=[ \t]?True/.test(match[2] ?? ''));
  });
}

const CLASS = /@environ\.config\(([^)\n]{0,120})\)\s{0,40}class[ \t]\w{1,80}[^:\n]{0,100}:/g;
const FIELD =
  /^[ \t]{1,40}([A-Za-z_]\w{0,80})(?:[ \t]*:[^=\n]{1,60})?[ \t]*=[ \t]*environ\.(?:bool_)?var\(([^\n]{0,200})/gm;

/** The fields of environ-config's classes. */
function environConfig(text: string): EnvRead[] {
  return [...matches(text, ['@environ.config'], CLASS)].flatMap((match) => {
    const prefix = /\bprefix[ \t]?=[ \t]?["'](\w*)["']/.exec(match[1] ?? '')?.[1] ?? 'APP';
    const from = match.index + match[0].length;
    const end = /\n(?=\S)/.exec(text.slice(from, from + 10_000))?.index ?? 10_000;
    return [...text.slice(from, from + end).matchAll(FIELD)].map((field) => {
      const name = field[1] ?? '';
      const args = field[2] ?? '';
      const named = /\bname[ \t]?=[ \t]?["'](\w+)["']/.exec(args)?.[1];
      const variable = named ?? `${prefix === '' ? '' : `${prefix}_`}${name}`.toUpperCase();
      const hasDefault = /^\s*[^)\s,=]+[ \t]*[,)]|\bdefault[ \t]?=/.test(args) && !/^\s*\)/.test(args);
      return derivedRead(variable, name, from + field.index + field[0].indexOf(name), hasDefault);
    });
  });
}
