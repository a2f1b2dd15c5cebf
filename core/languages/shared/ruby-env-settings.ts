import type { EnvRead } from '../../facts/fact';
import { wordsOf } from '../../names';
import { derivedRead, matches, readOf, startOf } from './env-scan';

const ENVIED = /\bENVied\.([A-Z]\w*)/g;
const ANYWAY = /^([ \t]*)class[ \t]+([\w:]+)[ \t]*<[ \t]*(?:::)?(?:Anyway::Config|ApplicationConfig)\b/gm;
const HANAMI = /^([ \t]*)class[ \t]+\w+[ \t]*<[ \t]*(?:::)?Hanami::Settings\b/gm;
const SETTING = /^[ \t]*setting[ \t(]+:(\w+)([^\n]{0,200})/gm;

/** Classes that read variables by the names of their settings: anyway_config's, Hanami's; and `ENVied.NAME`. */
export function settings(text: string): EnvRead[] {
  const envied = [...matches(text, ['ENVied'], ENVIED)].map((match) =>
    readOf(match[1] ?? '', startOf(match, match[1] ?? '')),
  );
  return [...envied, ...anyway(text), ...hanami(text)];
}

function bodyOf(text: string, match: RegExpExecArray): { body: string; from: number } {
  const from = match.index + match[0].length;
  const rest = text.slice(from, from + 20_000);
  const end = new RegExp(`\\n${match[1] ?? ''}end\\b`).exec(rest)?.index ?? rest.length;
  return { body: rest.slice(0, end), from };
}

/** `class HerokuConfig < Anyway::Config` with `attr_config :app_id` reads `HEROKU_APP_ID`. */
function anyway(text: string): EnvRead[] {
  return [...matches(text, ['Anyway::Config', 'ApplicationConfig'], ANYWAY)].flatMap((match) => {
    const { body, from } = bodyOf(text, match);
    const prefix = prefixOf(match[2] ?? '', body);
    if (prefix === undefined) return [];
    const required = new Set(
      [...body.matchAll(/^[ \t]*required[ \t(]+([^\n]{0,300})/gm)].flatMap(({ 1: names = '' }) =>
        [...names.matchAll(/:(\w+)/g)].map(([, name = '']) => name),
      ),
    );
    return [...body.matchAll(/^[ \t]*attr_config[ \t(]*((?:[^\n]*,[ \t]*\n)*[^\n]*)/gm)].flatMap((call) => {
      const args = call[1] ?? '';
      const start = from + call.index + call[0].length - args.length;
      return [...args.matchAll(/(?:^|[,\s]):(\w+)\b|(?:^|[,\s])([a-z_]\w*):(?!:)/g)].map((one) => {
        const name = one[1] ?? one[2] ?? '';
        const at = start + one.index + one[0].lastIndexOf(name);
        return derivedRead(`${prefix}_${name}`.toUpperCase(), name, at, !required.has(name));
      });
    });
  });
}

/** What all variables of a class begin with: what it says itself, else the words of its name. */
function prefixOf(name: string, body: string): string | undefined {
  const said = /^[ \t]*(?:env_prefix|config_name)[ \t(]+:?["']?(\w+)/m.exec(body)?.[1];
  const own = (name.split('::').at(-1) ?? '').replace(/Config$/, '');
  return said ?? (own === '' ? undefined : wordsOf(own).join('_'));
}

/** `setting :database_url` reads `DATABASE_URL`. */
function hanami(text: string): EnvRead[] {
  return [...matches(text, ['Hanami::Settings'], HANAMI)].flatMap((match) => {
    const { body, from } = bodyOf(text, match);
    return [...body.matchAll(SETTING)].map((setting) => {
      const name = setting[1] ?? '';
      const hasDefault = /\bdefault:|\.optional\b/.test(setting[2] ?? '');
      return derivedRead(
        name.toUpperCase(),
        name,
        from + setting.index + setting[0].indexOf(`:${name}`) + 1,
        hasDefault,
      );
    });
  });
}
