import type { ConfigEntry } from '../../../formats/entry';
import type { Breach, EntryCheck, FileView } from '../../../rule';
import { hostOf, isHost, isLoopback } from '../shared/hosts';
import { readLocator } from '../shared/locator';

/** Something fills this value in when the app starts. */
const FILLED = /[<{$%]|^@/;
/** Files of one person’s machine, of tests and of no deploy. */
const ELSEWHERE =
  /(?:^|[/._-])(?:dev|devel|development|local|localhost|test|tests|testing|it|ci|example|sample|dist|template|default|docker|e2e|h2|hsqldb)(?=[/._-])/i;
/** Schemes of what an app has in itself, or that only join others. */
const INSIDE =
  /^(?:null|sync|in-memory|array|doctrine|flock|semaphore|apcu|file|sqlite|failover|roundrobin)\+?\w*:/i;
const BESIDE = /^(?:port|user|username|database|db|name)$/i;

interface Where {
  readonly files: RegExp;
  readonly at: RegExp;
  readonly variable: string | ((keys: readonly string[]) => string);
  /** A variable of the environment stands in for the value without a word in the file. */
  readonly overridden?: boolean;
}

/** Where frameworks keep the address of a service. */
const PLACES: readonly Where[] = [
  {
    files: /(?:^|\/)config\/database\.ya?ml(?:\.erb)?$/,
    at: /^(?!development\.|test\.)\w+\.(?:\w+\.)?(?:host|url)$/,
    variable: 'DATABASE_HOST',
  },
  {
    files: /(?:^|\/)config\/(?:cable|redis|sidekiq|queue|cache|resque)\.ya?ml(?:\.erb)?$/,
    at: /^(?:production|staging)\.(?:\w+\.)?(?:url|host)$/,
    variable: 'REDIS_URL',
  },
  {
    files: /(?:^|\/)config\/mongoid\.ya?ml(?:\.erb)?$/,
    at: /^(?:production|staging)\.(?:clients|sessions)\.\w+\.(?:uri|hosts\.0)$/,
    variable: 'MONGODB_URI',
  },
  {
    files: /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/,
    at: /^(?:%prod\.)?(?:spring\.(?:datasource|r2dbc|data|redis|rabbitmq|kafka|mail|elasticsearch|activemq|artemis|ldap|couchbase|neo4j|flyway|liquibase)(?:\.[\w-]+)*|quarkus\.(?:datasource|redis|mongodb|mailer)(?:\.[\w-]+)*|(?:micronaut\.)?datasources\.\w+|(?:redis|mongodb|rabbitmq|neo4j|elasticsearch|kafka\.bootstrap)(?:\.[\w-]+)*)\.(?:url|urls|uri|uris|host|addresses|bootstrap-servers|broker-url|jdbc-url|jdbcUrl|jdbc\.url|hosts|connection-string|nodes|servers)(?:\.0)?$/,
    // Such a variable is read for this very key without a word in the file.
    variable: (keys) => keys.join('_').replaceAll('-', '').replace(/\W/g, '_').toUpperCase(),
    overridden: true,
  },
  {
    files: /(?:^|\/)appsettings[\w.-]*\.json$/,
    at: /^(?:ConnectionStrings\.\w+|\w*(?:Redis|Rabbit|Kafka|Mongo|Smtp|Mail|Elastic|Database|Db)\w*\.(?:Host|HostName|Hostname|Server|Url|Uri|ConnectionString|BootstrapServers|SmtpServer|SmtpHost))$/i,
    variable: 'CONNECTION_STRING',
    overridden: true,
  },
  {
    files: /(?:^|\/)(?:web|app)(?:\.release)?\.config$/i,
    at: /^configuration\.connectionStrings\.add\.@connectionString$/,
    variable: 'CONNECTION_STRING',
  },
  {
    files:
      /(?:^|\/)config\/(?:packages\/)?(?:prod\/)?(?:doctrine|messenger|mailer|cache|framework|services|parameters|snc_redis)\.ya?ml$/,
    at: /(?:^|\.)(?:url|dsn|host|default_redis_provider|database_host|mailer_host|redis_host)$/,
    variable: 'DATABASE_URL',
  },
  { files: /\.prisma$/, at: /^datasource\.url$/, variable: 'DATABASE_URL' },
  {
    files: /(?:^|\/)(?:ormconfig|database|config\/(?:config|database|production))\.json$/,
    at: /^(?:(?:production|staging)\.|0\.)?(?:\w+\.)?(?:host|url|uri)$/,
    variable: 'DB_HOST',
  },
  {
    files: /(?:^|\/)conf\/app\.conf$/,
    at: /(?:^|\.)(?:data_?source_?name|sql_?conn|(?:db|mysql|redis|mongo(?:db)?)[._]?(?:url|host))$/i,
    variable: 'DATABASE_URL',
    // Most apps read their variables before the file.
    overridden: true,
  },
  {
    files: /(?:^|\/)app\.ini$/,
    at: /^(?:database|mailer|cache|session|redis|queue)\.(?:HOST|CONN_STR|SMTP_ADDR)$/i,
    variable: 'DB_HOST',
    // What comes with the program is for one machine.
    overridden: true,
  },
  {
    files: /(?:^|\/)pom\.xml$/,
    at: /\.properties\.(?:jdbc|db|database|datasource|mysql|postgres(?:ql)?|redis|mongo(?:db)?|rabbitmq)(?:\.[\w-]+)*[._-]?(?:url|Url)$/,
    variable: 'JDBC_DATABASE_URL',
    overridden: true,
  },
  { files: /(?:^|\/)alembic\.ini$/, at: /^alembic\.sqlalchemy\.url$/, variable: 'DATABASE_URL' },
  { files: /(?:^|\/)(?:production|prod)\.ini$/, at: /\.sqlalchemy\.url$/, variable: 'DATABASE_URL' },
  {
    files: /(?:^|\/)(?:persistence|hibernate\.cfg|context)\.xml$/,
    at: /(?:property(?:\.@value)?|Resource\.@url)$/,
    variable: 'JDBC_DATABASE_URL',
  },
];

export const entries: readonly EntryCheck[] = PLACES.map((place) => ({
  files: place.files,
  at: place.at,
  breach: (entry, file, _app, all) => address(place, entry, file, all),
}));

function address(
  { variable, overridden, files }: Where,
  { keys, value, range, kind }: ConfigEntry,
  { path }: FileView,
  all: readonly ConfigEntry[],
): Breach | undefined {
  const own = path.slice(Math.max(0, path.search(files)));
  if (
    kind !== 'value' ||
    FILLED.test(value) ||
    INSIDE.test(value) ||
    ELSEWHERE.test(own) ||
    isElsewhere(keys, all)
  )
    return undefined;
  const locator = readLocator(value);
  const host = locator?.host ?? hostOf(value);
  if (!locator && (!isHost(host) || !isAddress(keys, value))) return undefined;
  // What the environment overrides is only a developer’s default where it is this machine, or a name of compose.
  const isDefault = overridden === true && (isLoopback(host) || !host.includes('.'));
  if (isDefault && !locator?.hasPassword) return undefined;
  if (isDefault) return undefined;
  const name = typeof variable === 'string' ? (locator?.variable ?? variable) : variable(keys);
  const related = siblings(keys, all).map((one) => ({
    path,
    range: one.whole,
    message: `${one.keys.at(-1) ?? ''} of the same service`,
  }));
  return {
    range,
    words: { service: host },
    severity: locator?.hasPassword ? 'error' : 'information',
    literal: { range, name, cast: 'string', keepAsFallback: false },
    ...(related.length > 0 ? { related } : {}),
  };
}

/** A bare name is an address only under a key that asks for one. */
function isAddress(keys: readonly string[], value: string): boolean {
  return /host|server|addresses|bootstrap|nodes|\d$/i.test(keys.at(-1) ?? '') || /^\w+:\/\//.test(value);
}

/** The section of an environment on one's machine, or one whose address another setting gives. */
function isElsewhere(keys: readonly string[], all: readonly ConfigEntry[]): boolean {
  const section = keys.slice(0, -1).join('.');
  if (keys.some((key) => /^(?:development|dev|test|testing|local|%dev|%test|when@(?:dev|test))$/i.test(key)))
    return true;
  // A section that others merge is told of where the deploy's own section has it.
  if (keys.length > 1 && /^(?:default|defaults|base|common|shared)$/.test(keys[0] ?? '')) return true;
  const url = all.find((one) => one.keys.join('.') === `${section}.url`);
  return url !== undefined && FILLED.test(url.value);
}

function siblings(keys: readonly string[], all: readonly ConfigEntry[]): readonly ConfigEntry[] {
  const section = keys.slice(0, -1).join('.');
  return all.filter(
    (one) =>
      one.kind === 'value' &&
      one.keys.length === keys.length &&
      one.keys.slice(0, -1).join('.') === section &&
      BESIDE.test(one.keys.at(-1) ?? '') &&
      one.value !== '' &&
      !FILLED.test(one.value),
  );
}
