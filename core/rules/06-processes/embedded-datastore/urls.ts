import type { App } from '../../../app';
import { HOLE, type StringFact } from '../../../facts/fact';
import type { Breach, EntryCheck, FileEdit, Finding } from '../../../rule';
import { bring } from '../../shared/bring';
import { serverDriver } from '../../shared/server-driver';
import { says } from '../shared/apis';
import { isForDevelopment, isKeyForDevelopment } from '../shared/environments';
import { replacing } from '../shared/repairs';

/** Beginnings of the addresses of databases in files. */
export const schemes = [
  'sqlite://',
  'sqlite+',
  'jdbc:sqlite:',
  'jdbc:h2:',
  'jdbc:hsqldb:',
  'jdbc:derby:',
  'r2dbc:h2:',
];

const KINDS: readonly (readonly [address: RegExp, what: string])[] = [
  [/^(?:sqlite3?|sqlite\+\w+):/, 'SQLite'],
  [/^jdbc:sqlite:/, 'SQLite'],
  [/^(?:jdbc|r2dbc):h2:(?:\/\/\/)?(?!mem:|\/\/\/?mem|tcp:|ssl:|zip:)/, 'H2'],
  [/^jdbc:hsqldb:(?!mem:|hsqls?:|https?:)/, 'HSQLDB'],
  [/^jdbc:derby:(?!\/\/|memory:)/, 'Derby'],
];
/** Nothing is kept there, or nothing is said but the scheme. */
const HARMLESS = /:memory:|mode=(?:memory|ro)\b|immutable=1|^[\w+:]*:\/*$|:\/{0,4}tmp\/|\b(?:test|dev)/i;
/** Code that moves data from an older store. */
const MIGRATION = /migrations?\//i;
/** Functions that only look at an address. */
const LOOKS =
  /(?:starts_?with|ends_?with|includes?\??|contains|replace\w*|indexOf|match\w*|split|equals|sub|HasPrefix|TrimPrefix|Contains|StartsWith|start_with\?|strip_prefix|startsWith|removeprefix|format|print\w*|log|info|warn\w*|error|debug)$/;

/** What kind of database in a file an address names, if any. */
export function fileDatabase(address: string): string | undefined {
  if (HARMLESS.test(address)) return undefined;
  return KINDS.find(([pattern]) => pattern.test(address))?.[1];
}

/** An address in code: less than information where the deploy may choose another. */
export function addressInCode(fact: StringFact, path: string): Breach | undefined {
  const { text, range } = fact.value;
  const what = fileDatabase(text);
  if (!what || isForDevelopment(path) || LOOKS.test(fact.argumentOf ?? '')) return undefined;
  if (!fact.holder && fact.argumentOf === undefined) return undefined;
  if (MIGRATION.test(path)) return undefined;
  const isOwn = fact.holder?.kind !== 'parameter' && !fact.fallback && !text.includes(HOLE);
  if (!isOwn) return says(what, range, 'hint');
  const name = text.startsWith('jdbc:') ? 'JDBC_DATABASE_URL' : 'DATABASE_URL';
  const literal = { range, name, cast: 'string', keepAsFallback: false } as const;
  return { ...says(what, range, 'information'), literal };
}

const isDevelopment = (path: string, keys: readonly string[]): boolean =>
  isForDevelopment(path) || isKeyForDevelopment(keys);
/** Addresses under keys of configuration files. */
function address(files: RegExp, at: RegExp): EntryCheck {
  return {
    files,
    at,
    breach: ({ keys, value, range }, { path }) => {
      const text = value.replace(/^[A-Z][A-Z0-9_]*=/, '').replace(/^\$\{\w+:-?(.*)\}$/, '$1');
      const what = isDevelopment(path, keys) ? undefined : fileDatabase(text);
      if (what === undefined) return undefined;
      if (text !== value || text.includes('${')) return says(what, range, 'hint');
      const name = /^(?:jdbc|r2dbc):/.test(text) ? 'JDBC_DATABASE_URL' : 'DATABASE_URL';
      const literal = { range, name, cast: 'string', keepAsFallback: false } as const;
      return { ...says(what, range, 'information'), literal };
    },
  };
}

export const entries: readonly EntryCheck[] = [
  address(
    /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/,
    /^(?:spring\.(?:datasource|r2dbc)|quarkus\.datasource|datasources\.\w+|micronaut\.datasources\.\w+)\.(?:hikari\.)?(?:jdbc-?)?(?:url|jdbc\.url)$/i,
  ),
  address(
    /(?:^|\/)config\/(?:[^/]+\/)*[\w.-]+\.ya?ml$/,
    /^(?:when@prod\.)?doctrine\.dbal\.(?:connections\.\w+\.)?url$/,
  ),
  address(/(?:^|\/)database\.ya?ml(?:\.erb)?$/, /^production\.(?:\w+\.)?url$/),
  address(/(?:^|\/)alembic\.ini$/, /^alembic\.sqlalchemy\.url$/),
  address(/(?:^|\/)(?:production|prod)\.ini$/, /\.sqlalchemy\.url$/),
  address(/(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/, /\.environment\.(?:\d+|\w*(?:URL|URI|DSN)\w*)$/),
  {
    files: /(?:^|\/)config\/(?:[^/]+\/)*[\w.-]+\.ya?ml$/,
    at: /^(?:when@prod\.)?doctrine\.dbal\.(?:connections\.\w+\.)?driver$/,
    breach: ({ value, range }, { path }) =>
      value === 'pdo_sqlite' && !isForDevelopment(path) ? says('SQLite', range) : undefined,
  },
  {
    files: /\.prisma$/,
    at: /^datasource\.provider$/,
    breach: ({ value, range }) =>
      value === 'sqlite'
        ? replacing(says('Prisma with SQLite', range), 'Use PostgreSQL', range, 'postgresql')
        : undefined,
  },
  {
    files: /(?:^|\/)database\.ya?ml(?:\.erb)?$/,
    at: /^production\.(?:\w+\.)?adapter$/,
    breach: ({ value, range, whole, keys }, _file, _app, all) => {
      if (value !== 'sqlite3') return undefined;
      const found = says('SQLite', range);
      const hasUrl = all.some((one) => one.keys.join('.') === [...keys.slice(0, -1), 'url'].join('.'));
      // What is merged in, or stands in a list of its own form, is left to its author.
      return hasUrl || whole.end !== range.end
        ? found
        : replacing(found, 'Take the database from DATABASE_URL', whole, 'url: <%= ENV["DATABASE_URL"] %>');
    },
  },
  {
    files: /(?:^|\/)appsettings[\w.-]*\.json$/,
    at: /^ConnectionStrings\.\w+$/,
    breach: ({ value, range }, { path }) =>
      /^(?:Data ?Source|File ?name)=[^;:]*\.(?:db3?|sqlite3?)\b/i.test(value) && !isForDevelopment(path)
        ? says('SQLite', range)
        : undefined,
  },
];

/** The driver that an address of `database.yml` mostly needs. */
export function addressGem({ path }: Finding, app: App): readonly FileEdit[] {
  if (!/(?:^|\/)database\.ya?ml(?:\.erb)?$/.test(path) || serverDriver(app) !== undefined) return [];
  return bring(app, 'rubygems', [{ name: 'pg', version: '' }]);
}
