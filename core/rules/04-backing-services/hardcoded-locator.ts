import type { CallFact, Value } from '../../facts/fact';
import { argumentAt, property } from '../../facts/values';
import { type Api, defineRule, notAppCode } from '../../rule';
import { isHost, readLocator, SCHEMES } from './shared/locator';

type Finder = (call: CallFact) => Value | undefined;

/** A client that is given the host of its service by itself, apart from port, user and database. */
function client(calls: readonly string[], variable: string, ...finders: readonly Finder[]): Api {
  return {
    calls,
    breach: (call) => {
      for (const find of finders) {
        const value = find(call);
        const host = value?.kind === 'array' ? value.items[0] : value;
        if (host?.kind !== 'string') continue;
        const name = /^\w+:\/\//.test(host.text)
          ? host.text.replace(/^\w+:\/\/(?:[^@/]*@)?/, '').replace(/[/:].*$/s, '')
          : host.text.replace(/:\d+$/, '');
        // A locator with a scheme of its own is the string check's.
        if (readLocator(host.text) || !isHost(name)) continue;
        return {
          range: host.range,
          words: { service: call.callee.replace(/\(\)/g, '') },
          literal: { range: host.range, name: variable, cast: 'string', keepAsFallback: false },
        };
      }
      return undefined;
    },
  };
}

const option =
  (...path: string[]): Finder =>
  (call) =>
    property(call.args[0]?.value, ...path);
const keyword =
  (name: string, index = 99): Finder =>
  (call) =>
    argumentAt(call.args, index, name);
const last: Finder = (call) => property(call.args.at(-1)?.value, 'host');

export default defineRule({
  id: 'backing-services/hardcoded-locator',
  title: 'Backing service named in the code',
  severity: 'warning',
  message:
    'The code names the backing service it uses ({service}). Take its locator from an environment variable, so that a deploy can attach another one.',
  skip: notAppCode,
  skipApps: ['library', 'desktop', 'browser'],
  calls: {
    javascript: [
      client(
        ['pg.Pool', 'pg.Client', 'pg.default.Pool', 'pg-promise()', 'postgres'],
        'PGHOST',
        option('host'),
      ),
      client(
        [
          'mysql.createConnection',
          'mysql.createPool',
          'mysql2.createConnection',
          'mysql2.createPool',
          'mysql2/promise.createConnection',
          'mysql2/promise.createPool',
          'mariadb.createPool',
          'mariadb.createConnection',
        ],
        'DB_HOST',
        option('host'),
      ),
      client(['sequelize', 'sequelize.Sequelize', 'sequelize-typescript.Sequelize'], 'DB_HOST', last),
      client(['knex', 'knex.knex'], 'DB_HOST', option('connection', 'host')),
      client(['typeorm.DataSource', 'typeorm.createConnection'], 'DB_HOST', option('host')),
      client(['mssql.connect', 'mssql.ConnectionPool'], 'DB_HOST', option('server')),
      client(['redis.createClient'], 'REDIS_HOST', option('host'), option('socket', 'host'), (call) =>
        argumentAt(call.args, 1),
      ),
      client(
        ['ioredis', 'ioredis.Redis', 'ioredis.default'],
        'REDIS_HOST',
        option('host'),
        (call) => call.args[0]?.value,
        (call) => argumentAt(call.args, 1),
      ),
      client(
        ['bullmq.Queue', 'bullmq.Worker', 'bullmq.QueueEvents', 'bull'],
        'REDIS_HOST',
        (call) =>
          property(call.args.at(-1)?.value, 'connection', 'host') ??
          property(call.args.at(-1)?.value, 'redis', 'host'),
      ),
      client(['nodemailer.createTransport'], 'SMTP_HOST', option('host')),
      client(
        ['@elastic/elasticsearch.Client', '@opensearch-project/opensearch.Client'],
        'ELASTICSEARCH_URL',
        option('node'),
        option('nodes'),
      ),
      client(['elasticsearch.Client'], 'ELASTICSEARCH_URL', option('host'), option('hosts')),
      client(['kafkajs.Kafka'], 'KAFKA_BROKERS', option('brokers')),
      client(['memcached', 'memjs.Client.create'], 'MEMCACHED_SERVERS', (call) => call.args[0]?.value),
      client(['minio.Client'], 'MINIO_ENDPOINT', option('endPoint')),
      client(['meilisearch.MeiliSearch'], 'MEILISEARCH_URL', option('host')),
      client(['cassandra-driver.Client'], 'CASSANDRA_CONTACT_POINTS', option('contactPoints')),
      client(['ldapjs.createClient'], 'LDAP_URL', option('url')),
    ],
    python: [
      client(
        [
          'psycopg2.connect',
          'psycopg.connect',
          'asyncpg.connect',
          'asyncpg.create_pool',
          'aiopg.create_pool',
        ],
        'PGHOST',
        keyword('host'),
      ),
      client(
        [
          'pymysql.connect',
          'MySQLdb.connect',
          'mysql.connector.connect',
          'aiomysql.connect',
          'aiomysql.create_pool',
        ],
        'DB_HOST',
        keyword('host', 0),
      ),
      client(['pymssql.connect', 'oracledb.connect'], 'DB_HOST', keyword('server', 0)),
      client(
        ['pymongo.MongoClient', 'pymongo.mongo_client.MongoClient', 'motor.motor_asyncio.AsyncIOMotorClient'],
        'MONGODB_URI',
        keyword('host', 0),
      ),
      client(
        ['redis.Redis', 'redis.StrictRedis', 'redis.ConnectionPool', 'redis.asyncio.Redis', 'aioredis.Redis'],
        'REDIS_HOST',
        keyword('host', 0),
      ),
      client(['pika.ConnectionParameters'], 'AMQP_HOST', keyword('host', 0)),
      client(
        ['smtplib.SMTP', 'smtplib.SMTP_SSL', 'aiosmtplib.SMTP'],
        'SMTP_HOST',
        keyword('host', 0),
        keyword('hostname'),
      ),
      client(
        ['elasticsearch.Elasticsearch', 'elasticsearch.AsyncElasticsearch', 'opensearchpy.OpenSearch'],
        'ELASTICSEARCH_URL',
        keyword('hosts', 0),
      ),
      client(
        ['memcache.Client', 'pylibmc.Client', 'pymemcache.client.base.Client'],
        'MEMCACHED_SERVERS',
        (call) => call.args[0]?.value,
      ),
      client(
        [
          'kafka.KafkaProducer',
          'kafka.KafkaConsumer',
          'aiokafka.AIOKafkaProducer',
          'aiokafka.AIOKafkaConsumer',
        ],
        'KAFKA_BROKERS',
        keyword('bootstrap_servers'),
      ),
      client(['cassandra.cluster.Cluster'], 'CASSANDRA_CONTACT_POINTS', keyword('contact_points', 0)),
      client(['ldap3.Server'], 'LDAP_URL', keyword('host', 0)),
      client(['ftplib.FTP', 'ftplib.FTP_TLS'], 'FTP_HOST', keyword('host', 0)),
    ],
  },
  strings: {
    containing: [
      ...[...SCHEMES.keys()].map((scheme) => `${scheme}://`),
      'postgresql+',
      'postgres+',
      'mysql+',
      'mssql+',
      'oracle+',
    ],
    breach: ({ value, fallback, enclosure, holder, argumentOf }) => {
      const locator = enclosure.typeOnly ? undefined : readLocator(value.text);
      if (locator?.isLoopback && isDefault(holder?.name, enclosure.fn)) return undefined;
      // Behind an environment read a loopback address is only a developer's default.
      if (!locator || (fallback && !locator.hasPassword) || !isUsed(holder !== undefined, argumentOf))
        return undefined;
      return {
        range: value.range,
        words: { service: locator.host },
        severity: locator.hasPassword ? 'error' : 'warning',
        ...(value.kind === 'string'
          ? { literal: { range: value.range, name: locator.variable, cast: 'string', keepAsFallback: false } }
          : {}),
      };
    },
  },
});

/** A loopback address that is the default of a setting or of a command's option; the setting decides. */
function isDefault(holder: string | undefined, fn: string | undefined): boolean {
  return (
    /^(?:default|placeholder|example|help|description)$/i.test(holder ?? '') ||
    /default|example|describe|description/i.test(fn ?? '')
  );
}

/** A locator that is only compared with, printed or matched attaches nothing. */
function isUsed(held: boolean, argumentOf: string | undefined): boolean {
  if (argumentOf === undefined) return held;
  return !/(?:^|\.)(?:log|info|warn|warning|error|debug|print|startsWith|startswith|endsWith|includes|test|match|replace|sub|split|Error|Exception|ValueError|add_argument|option|describe|description|help|echo|secho)$/.test(
    argumentOf,
  );
}
