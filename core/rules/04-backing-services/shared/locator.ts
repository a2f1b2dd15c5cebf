import { HOLE } from '../../../facts/fact';
import { isStandIn } from '../../../values/classify';

/** Schemes of backing services, and the variable that usually holds their locator. */
export const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['postgres', 'DATABASE_URL'],
  ['postgresql', 'DATABASE_URL'],
  ['postgis', 'DATABASE_URL'],
  ['mysql', 'DATABASE_URL'],
  ['mysql2', 'DATABASE_URL'],
  ['mariadb', 'DATABASE_URL'],
  ['mssql', 'DATABASE_URL'],
  ['sqlserver', 'DATABASE_URL'],
  ['oracle', 'DATABASE_URL'],
  ['cockroachdb', 'DATABASE_URL'],
  ['clickhouse', 'CLICKHOUSE_URL'],
  ['mongodb', 'MONGODB_URI'],
  ['mongodb+srv', 'MONGODB_URI'],
  ['redis', 'REDIS_URL'],
  ['rediss', 'REDIS_URL'],
  ['valkey', 'VALKEY_URL'],
  ['memcached', 'MEMCACHED_URL'],
  ['amqp', 'AMQP_URL'],
  ['amqps', 'AMQP_URL'],
  ['pyamqp', 'AMQP_URL'],
  ['nats', 'NATS_URL'],
  ['kafka', 'KAFKA_URL'],
  ['mqtt', 'MQTT_URL'],
  ['mqtts', 'MQTT_URL'],
  ['neo4j', 'NEO4J_URL'],
  ['bolt', 'NEO4J_URL'],
  ['couchdb', 'COUCHDB_URL'],
  ['ldap', 'LDAP_URL'],
  ['ldaps', 'LDAP_URL'],
  ['smtp', 'SMTP_URL'],
  ['smtps', 'SMTP_URL'],
]);

export interface Locator {
  /** The variable to propose. */
  readonly variable: string;
  readonly host: string;
  readonly isLoopback: boolean;
  /** The locator carries a password that is none of the well-known defaults. */
  readonly hasPassword: boolean;
}

const LOCATOR = /^([a-z][a-z0-9]*)(\+[a-z0-9]+)?:\/\/(?:([^\s@/]*)@)?([^\s/?#@:,]+|\[[0-9a-f:]+\])/i;
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[?::1?\]?|host\.docker\.internal)$/i;
const STAND_IN =
  /^(?:host|hostname|server|your-?\w*|example\.\w+|.*\.example(?:\.\w+)?|.*\.example\.(?:com|org|net)|.*\.(?:test|invalid)|\.\.\.|x+|\*+)$/i;

/** A locator at the start of a text; undefined where there is none, or where its host is left open. */
export function readLocator(text: string): Locator | undefined {
  const match = LOCATOR.exec(text);
  if (!match || /\s/.test(text)) return undefined;
  const [, scheme = '', driver = '', userInfo = '', host = ''] = match;
  const variable = SCHEMES.get(`${scheme}${driver}`.toLowerCase()) ?? SCHEMES.get(scheme.toLowerCase());
  if (!variable || /[<>{}$%|\\*+()]/.test(host) || host.includes(HOLE) || STAND_IN.test(host))
    return undefined;
  const colon = userInfo.indexOf(':');
  const password = colon < 0 ? '' : userInfo.slice(colon + 1);
  const isDefault =
    password === '' ||
    isStandIn(password) ||
    password === userInfo.slice(0, colon) ||
    /[<>{}$%]/.test(password);
  return { variable, host, isLoopback: LOOPBACK.test(host), hasPassword: !isDefault };
}

/** Whether a bare host name or address is a real one. */
export function isHost(text: string): boolean {
  return /^[a-z0-9][a-z0-9.-]*$/i.test(text) && !STAND_IN.test(text) && !/^\d+$/.test(text);
}

export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}
