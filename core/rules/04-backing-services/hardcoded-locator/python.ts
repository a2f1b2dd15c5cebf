import type { Api } from '../../../rule';
import { at, client, internal, keyword, option } from './client';

const aws = ['boto3.client', 'boto3.resource', 'boto3.session.Session().client', 'boto3.Session().client'];
const http = (module: string): string[] =>
  ['get', 'post', 'put', 'patch', 'delete', 'request'].map((method) => `${module}.${method}`);

export const python: readonly Api[] = [
  client(
    [
      ...[
        'psycopg2.connect',
        'psycopg.connect',
        'psycopg.AsyncConnection.connect',
        'psycopg2.pool.SimpleConnectionPool',
      ],
      ...['asyncpg.connect', 'asyncpg.create_pool', 'aiopg.create_pool', 'pg8000.connect', 'pgdb.connect'],
    ],
    'PGHOST',
    keyword('host'),
  ),
  client(
    [
      ...[
        'pymysql.connect',
        'MySQLdb.connect',
        'mysql.connector.connect',
        'mysql.connector.pooling.MySQLConnectionPool',
      ],
      ...['aiomysql.connect', 'aiomysql.create_pool', 'asyncmy.connect', 'mariadb.connect'],
    ],
    'DB_HOST',
    keyword('host', 0),
  ),
  client(['pymssql.connect'], 'DB_HOST', keyword('server', 0)),
  client(['oracledb.connect', 'cx_Oracle.connect'], 'ORACLE_DSN', keyword('dsn'), keyword('host')),
  client(
    [
      ...['peewee.PostgresqlDatabase', 'peewee.MySQLDatabase', 'playhouse.pool.PooledMySQLDatabase'],
      ...['playhouse.pool.PooledPostgresqlDatabase', 'playhouse.postgres_ext.PostgresqlExtDatabase'],
    ],
    'DB_HOST',
    keyword('host'),
  ),
  client(
    ['sqlalchemy.engine.URL.create', 'sqlalchemy.URL.create', 'sqlalchemy.engine.url.URL.create'],
    'DB_HOST',
    keyword('host'),
  ),
  client(
    [
      ...['pymongo.MongoClient', 'pymongo.mongo_client.MongoClient', 'pymongo.AsyncMongoClient'],
      ...['motor.motor_asyncio.AsyncIOMotorClient', 'motor.motor_tornado.MotorClient'],
    ],
    'MONGODB_URI',
    keyword('host', 0),
  ),
  client(['mongoengine.connect', 'mongoengine.register_connection'], 'MONGODB_URI', keyword('host')),
  client(
    [
      ...[
        'redis.Redis',
        'redis.StrictRedis',
        'redis.ConnectionPool',
        'redis.BlockingConnectionPool',
        'redis.cluster.RedisCluster',
      ],
      ...[
        'redis.asyncio.Redis',
        'redis.asyncio.ConnectionPool',
        'aioredis.Redis',
        'rediscluster.RedisCluster',
      ],
    ],
    'REDIS_HOST',
    keyword('host', 0),
  ),
  client(
    ['redis.sentinel.Sentinel', 'redis.asyncio.sentinel.Sentinel'],
    'REDIS_SENTINELS',
    keyword('sentinels', 0),
  ),
  client(
    ['dramatiq.brokers.redis.RedisBroker', 'dramatiq.brokers.rabbitmq.RabbitmqBroker'],
    'BROKER_HOST',
    keyword('host'),
  ),
  client(['huey.RedisHuey', 'huey.PriorityRedisHuey'], 'REDIS_HOST', keyword('host')),
  client(
    ['pika.ConnectionParameters', 'pika.connection.ConnectionParameters'],
    'AMQP_HOST',
    keyword('host', 0),
  ),
  client(
    ['aio_pika.connect', 'aio_pika.connect_robust', 'amqp.Connection', 'amqp.connection.Connection'],
    'AMQP_HOST',
    keyword('host'),
  ),
  client(['kombu.Connection', 'kombu.connection.Connection'], 'AMQP_URL', keyword('hostname', 0)),
  client(
    ['imaplib.IMAP4', 'imaplib.IMAP4_SSL', 'poplib.POP3', 'poplib.POP3_SSL'],
    'IMAP_HOST',
    keyword('host', 0),
  ),
  client(
    [
      ...[
        'elasticsearch.Elasticsearch',
        'elasticsearch.AsyncElasticsearch',
        'elasticsearch_dsl.connections.create_connection',
      ],
      ...['opensearchpy.OpenSearch', 'opensearchpy.AsyncOpenSearch'],
    ],
    'ELASTICSEARCH_URL',
    keyword('hosts', 0),
  ),
  client(
    [
      'memcache.Client',
      'pylibmc.Client',
      'pymemcache.client.base.Client',
      'pymemcache.Client',
      'aiomcache.Client',
    ],
    'MEMCACHED_SERVERS',
    at(0),
  ),
  client(
    [
      'kafka.KafkaProducer',
      'kafka.KafkaConsumer',
      'kafka.KafkaAdminClient',
      'aiokafka.AIOKafkaProducer',
      'aiokafka.AIOKafkaConsumer',
    ],
    'KAFKA_BROKERS',
    keyword('bootstrap_servers'),
  ),
  client(
    ['confluent_kafka.Producer', 'confluent_kafka.Consumer', 'confluent_kafka.admin.AdminClient'],
    'KAFKA_BROKERS',
    option('bootstrap.servers'),
  ),
  client(['faust.App'], 'KAFKA_BROKERS', keyword('broker')),
  client(['nats.connect', 'nats.aio.client.Client().connect'], 'NATS_URL', keyword('servers', 0)),
  client(['paho.mqtt.client.Client().connect'], 'MQTT_HOST', keyword('host', 0)),
  client(['cassandra.cluster.Cluster'], 'CASSANDRA_CONTACT_POINTS', keyword('contact_points', 0)),
  client(['influxdb.InfluxDBClient'], 'INFLUXDB_HOST', keyword('host', 0)),
  client(['influxdb_client.InfluxDBClient'], 'INFLUXDB_URL', keyword('url', 0)),
  client(
    ['clickhouse_driver.Client', 'clickhouse_connect.get_client'],
    'CLICKHOUSE_HOST',
    keyword('host', 0),
  ),
  client(['ldap3.Server', 'ldap.initialize'], 'LDAP_URL', keyword('host', 0)),
  client(['ftplib.FTP', 'ftplib.FTP_TLS'], 'FTP_HOST', keyword('host', 0)),
  client(['paramiko.SSHClient().connect', 'paramiko.Transport'], 'SFTP_HOST', keyword('hostname', 0)),
  client(['minio.Minio'], 'MINIO_ENDPOINT', keyword('endpoint', 0)),
  client(['meilisearch.Client'], 'MEILISEARCH_URL', keyword('url', 0)),
  client(['statsd.StatsClient', 'datadog.dogstatsd.DogStatsd'], 'STATSD_HOST', keyword('host', 0)),
  client(['hvac.Client'], 'VAULT_ADDR', keyword('url', 0)),
  client(['etcd3.client', 'consul.Consul'], 'CONSUL_HOST', keyword('host', 0)),
  client(['couchdb.Server', 'couchbase.cluster.Cluster'], 'COUCHDB_URL', at(0)),
  internal(aws, 'AWS_ENDPOINT_URL', keyword('endpoint_url')),
  internal(['httpx.Client', 'httpx.AsyncClient', 'aiohttp.ClientSession'], 'API_URL', keyword('base_url')),
  internal([...http('requests'), ...http('httpx')], 'API_URL', keyword('url', 0)),
  internal(
    ['grpc.insecure_channel', 'grpc.secure_channel', 'grpc.aio.insecure_channel'],
    'GRPC_TARGET',
    keyword('target', 0),
  ),
];
