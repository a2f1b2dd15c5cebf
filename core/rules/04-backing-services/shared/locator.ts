import { HOLE } from '../../../facts/fact';
import { passwordInUrl } from '../../../values/url-password';
import { readSettings } from './connection-string';
import { isOpen, LOOPBACK, STAND_IN } from './hosts';

export { isHost, isLoopback } from './hosts';

const DATABASES =
  'postgres postgresql postgis pgsql mysql mysqlx mysql2 mariadb mssql sqlserver oracle cockroachdb db2 snowflake';

/** Schemes of backing services, and the variable that usually holds their locator. */
export const SCHEMES: ReadonlyMap<string, string> = new Map([
  ...DATABASES.split(' ').map((scheme): [string, string] => [scheme, 'DATABASE_URL']),
  ['clickhouse', 'CLICKHOUSE_URL'],
  ['mongodb', 'MONGODB_URI'],
  ['mongodb+srv', 'MONGODB_URI'],
  ['redis', 'REDIS_URL'],
  ['rediss', 'REDIS_URL'],
  ['redis+sentinel', 'REDIS_URL'],
  ['valkey', 'VALKEY_URL'],
  ['memcached', 'MEMCACHED_URL'],
  ['amqp', 'AMQP_URL'],
  ['amqps', 'AMQP_URL'],
  ['pyamqp', 'AMQP_URL'],
  ['stomp', 'STOMP_URL'],
  ['nats', 'NATS_URL'],
  ['tls+nats', 'NATS_URL'],
  ['kafka', 'KAFKA_URL'],
  ['pulsar', 'PULSAR_URL'],
  ['pulsar+ssl', 'PULSAR_URL'],
  ['beanstalk', 'BEANSTALK_URL'],
  ['mqtt', 'MQTT_URL'],
  ['mqtts', 'MQTT_URL'],
  ['neo4j', 'NEO4J_URL'],
  ['neo4j+s', 'NEO4J_URL'],
  ['bolt', 'NEO4J_URL'],
  ['bolt+s', 'NEO4J_URL'],
  ['couchdb', 'COUCHDB_URL'],
  ['couchbase', 'COUCHBASE_URL'],
  ['couchbases', 'COUCHBASE_URL'],
  ['cassandra', 'CASSANDRA_URL'],
  ['zookeeper', 'ZOOKEEPER_URL'],
  ['hdfs', 'HDFS_URL'],
  ['ldap', 'LDAP_URL'],
  ['ldaps', 'LDAP_URL'],
  ['smtp', 'SMTP_URL'],
  ['smtps', 'SMTP_URL'],
]);

/** Texts that a locator has in it; what holds none of them is none. */
export const LOCATOR_MARKS: readonly string[] = [
  ...[...SCHEMES.keys()].filter((scheme) => !scheme.includes('+')).map((scheme) => `${scheme}://`),
  ...['postgresql+', 'postgres+', 'mysql+', 'mssql+', 'oracle+', 'mongodb+srv://', 'jdbc:oracle:thin:'],
  ...['redis+sentinel://', 'pulsar+ssl://', 'neo4j+s://', 'bolt+s://'],
  ...['data source=', 'server=', 'host=', 'accountendpoint=', 'endpoint=sb://', 'accountname=', '@tcp('],
];

export interface Locator {
  /** The variable to propose. */
  readonly variable: string;
  readonly host: string;
  readonly isLoopback: boolean;
  /** The locator carries a password that is none of the well-known defaults. */
  readonly hasPassword: boolean;
}

const LOCATOR =
  /^(jdbc:|r2dbc:)?([a-z][a-z0-9]*)(\+[a-z0-9]+)?:\/\/(?:([^\s@/]*)@)?([^\s/?#@:,;]+|\[[0-9a-f:]+\])/i;
const ORACLE = /^jdbc:oracle:thin:(?:[^\s@/]*(?:\/([^\s@]*))?)?@(?:\/\/)?([\w.-]+):\d+/i;
const GO = /^([^\s:@/()]*)(?::([^\s@()]*))?@tcp\(([^\s():]+)(?::\d+)?\)\//;

/** A locator at the start of a text; undefined where there is none, or where its host is left open. */
export function readLocator(text: string): Locator | undefined {
  const settings = readSettings(text);
  if (settings) return of(settings.host, settings.password ?? '', settings.user ?? '', settings.variable);
  if (/\s/.test(text)) return undefined;
  const [oracle, oraclePassword = '', oracleHost = ''] = ORACLE.exec(text) ?? [];
  if (oracle !== undefined) return of(oracleHost, oraclePassword, '', 'JDBC_DATABASE_URL');
  const [go, user = '', password = '', goHost = ''] = GO.exec(text) ?? [];
  if (go !== undefined) return of(goHost, password, user, 'DATABASE_DSN');
  const match = LOCATOR.exec(text);
  if (!match) return undefined;
  const [, driver, scheme = '', dialect = '', userInfo = '', host = ''] = match;
  const known = SCHEMES.get(`${scheme}${dialect}`.toLowerCase()) ?? SCHEMES.get(scheme.toLowerCase());
  if (!known) return undefined;
  const colon = userInfo.indexOf(':');
  const secret = colon < 0 ? '' : userInfo.slice(colon + 1);
  const variable = driver === undefined ? known : `${driver.slice(0, -1).toUpperCase()}_DATABASE_URL`;
  const path = text.slice(match[0].length);
  return of(host, secret, colon < 0 ? userInfo : userInfo.slice(0, colon), variable, path);
}

/** A name without a dot is found in the network of containers alone. */
const SERVICE = /^[\w-]+$/;

function of(host: string, password: string, user: string, variable: string, path = ''): Locator | undefined {
  if (isOpen(host) || host.includes(HOLE) || STAND_IN.test(host)) return undefined;
  const isLoopback = LOOPBACK.test(host);
  const isNear = isLoopback || SERVICE.test(host);
  const isOpenValue = password === '' || /[<>{}$%\uFFFC]/.test(password);
  const found = isOpenValue ? undefined : passwordInUrl(password, user, host, path);
  // A password made of words opens nothing outside of this machine and its containers.
  const hasPassword = found === 'strong' || (found === 'weak' && !isNear);
  return { variable, host, isLoopback, hasPassword };
}
