import type { App } from '../app';
import type { Cast, EnvExpression, Family } from '../language';
import type { FixTarget } from './fixes';

/** How one library, or one helper, reads a variable. */
interface Habit {
  readonly families: readonly Family[];
  /** Finds the library's name in a file's text: the first group is what reads. */
  readonly seen: RegExp;
  /** Where else the file must be. */
  readonly where?: (target: FixTarget, app: App) => boolean;
  readonly write: (reader: string, name: string, cast: Cast, fallback: string | undefined) => string;
}

/** By the type a value has: text, whole number, number with a fraction, yes or no. */
function byCast(cast: Cast, text: string, whole: string, fraction: string, yes: string): string {
  return { string: text, number: whole, decimal: fraction, boolean: yes }[cast];
}

const HABITS: readonly Habit[] = [
  {
    // django-environ and environs.
    families: ['python'],
    seen: /^(\w+)[ \t]*=[ \t]*(?:environ\.|environs\.)?(?:Fileaware)?Env\(/m,
    write: (env, name, cast, fallback) => {
      const method = byCast(cast, '', '.int', '.float', '.bool');
      return `${env}${method}("${name}"${fallback === undefined ? '' : `, default=${fallback}`})`;
    },
  },
  {
    families: ['python'],
    seen: /^from (?:decouple|prettyconf|starlette\.config) import (?:\w+, ){0,8}(config)\b/m,
    write: (config, name, cast, fallback) => {
      const type = byCast(cast, '', ', cast=int', ', cast=float', ', cast=bool');
      return `${config}("${name}"${fallback === undefined ? '' : `, default=${fallback}`}${type})`;
    },
  },
  {
    families: ['javascript'],
    seen: /(?:import|const)[ \t]+(?:\*[ \t]+as[ \t]+)?(\w+)[ \t]*(?:from|=[ \t]*require\()[ \t]*['"]env-var['"]/,
    write: (env, name, cast, fallback) => {
      const otherwise = fallback === undefined ? '.required()' : `.default(${fallback})`;
      return `${env}.get('${name}')${otherwise}.${byCast(cast, 'asString', 'asInt', 'asFloat', 'asBool')}()`;
    },
  },
  {
    families: ['javascript'],
    seen: /\bprivate[ \t]+(?:readonly[ \t]+)?(\w+):[ \t]*ConfigService\b/,
    write: (config, name, cast, fallback) => {
      const type = byCast(cast, 'string', 'number', 'number', 'boolean');
      const read = `this.${config}.getOrThrow<${type}>('${name}')`;
      return fallback === undefined ? read : `this.${config}.get<${type}>('${name}', ${fallback})`;
    },
  },
  {
    // Laravel reads the environment in its configuration files only; elsewhere it may be cached away.
    families: ['php'],
    seen: /\b(env)\(/,
    where: ({ path }) => path.endsWith('.php') && /(?:^|\/)config\//i.test(path),
    write: (env, name, cast, fallback) => {
      const read = `${env}('${name}'${fallback === undefined ? '' : `, ${fallback}`})`;
      return byCast(cast, read, `(int) ${read}`, `(float) ${read}`, `(bool) ${read}`);
    },
  },
  {
    families: ['go'],
    seen: /^func ((?:get|Get)[eE]nv(?:Or\w*|Default)?)\((?:\w+|\w+, \w+) string(?:, \w+ string)?\) string\b/m,
    where: ({ text }) => /^func (?:get|Get)[eE]nv\w*\(\w+, \w+ string\) string\b/m.test(text),
    write: (reader, name, cast, fallback) =>
      cast === 'string' && fallback !== undefined ? `${reader}("${name}", ${fallback})` : '',
  },
  {
    // Each key that viper is asked for is a variable of that name.
    families: ['go'],
    seen: /\b(viper)\.AutomaticEnv\(/,
    where: ({ text }) => !text.includes('SetEnvPrefix('),
    write: (viper, name, cast, fallback) => {
      const method = byCast(cast, 'GetString', 'GetInt', 'GetFloat64', 'GetBool');
      return fallback === undefined ? `${viper}.${method}("${name}")` : '';
    },
  },
  {
    families: ['csharp'],
    seen: /\b(builder\.Configuration|_configuration|_config)\b(?=[[.])/,
    write: (configuration, name, cast, fallback) => {
      if (cast !== 'string') return '';
      return fallback === undefined
        ? `${configuration}["${name}"]!`
        : `(${configuration}["${name}"] ?? ${fallback})`;
    },
  },
  {
    families: ['java'],
    seen: /\bEnvironment[ \t]+(\w+)[ \t]*[;=,)]/,
    where: ({ text }) => text.includes('org.springframework.core.env.Environment'),
    write: (environment, name, cast, fallback) => {
      const type = byCast(cast, '', ', Integer.class', ', Double.class', ', Boolean.class');
      return fallback === undefined
        ? `${environment}.getRequiredProperty("${name}"${type})`
        : `${environment}.getProperty("${name}"${type}, ${fallback})`;
    },
  },
];

/**
 * The read of a variable as the file at hand reads others, where it does so by a library or a helper of its own that
 * is known; undefined where the language's own way is as good.
 */
export function readByHabit(
  target: FixTarget,
  app: App,
  name: string,
  cast: Cast,
  fallback: string | undefined,
): EnvExpression | undefined {
  const { language, text } = target;
  for (const { families, seen, where, write } of HABITS) {
    if (!language || !families.includes(language.family) || (where && !where(target, app))) continue;
    const reader = seen.exec(text)?.[1];
    const read = reader === undefined ? '' : write(reader, name, cast, fallback);
    if (read !== '') return { text: read, compound: false, edits: [] };
  }
  return undefined;
}
