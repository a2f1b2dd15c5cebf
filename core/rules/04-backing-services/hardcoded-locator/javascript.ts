import type { Api } from '../../../rule';
import { anywhere, at, client, inLast, internal, option, optionAt } from './client';

const aws = (...clients: string[]): string[] =>
  clients.flatMap((name) => {
    const [module = '', v3 = '', v2 = v3.replace(/Client$/, '')] = name.split(' ');
    return [`@aws-sdk/client-${module}.${v3}`, `aws-sdk.${v2}`, `aws-sdk/clients/${module}`];
  });

export const javascript: readonly Api[] = [
  client(
    ['pg.Pool', 'pg.Client', 'pg.default.Pool', 'pg-promise()', 'postgres', '@vercel/postgres.createPool'],
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
  client(
    ['sequelize', 'sequelize.Sequelize', 'sequelize-typescript.Sequelize'],
    'DB_HOST',
    inLast('host'),
    inLast('replication', 'write', 'host'),
  ),
  client(['knex', 'knex.knex', 'knex.default'], 'DB_HOST', option('connection', 'host')),
  client(
    [
      'typeorm.DataSource',
      'typeorm.createConnection',
      '@nestjs/typeorm.TypeOrmModule.forRoot',
      '@mikro-orm/core.MikroORM.init',
      '@mikro-orm/postgresql.MikroORM.init',
      '@mikro-orm/mysql.MikroORM.init',
      '@mikro-orm/nestjs.MikroOrmModule.forRoot',
    ],
    'DB_HOST',
    option('host'),
  ),
  client(
    ['drizzle-orm/node-postgres.drizzle', 'drizzle-orm/mysql2.drizzle', 'drizzle-kit.defineConfig'],
    'DB_HOST',
    option('connection', 'host'),
    option('dbCredentials', 'host'),
  ),
  client(['mssql.connect', 'mssql.ConnectionPool', 'tedious.Connection'], 'DB_HOST', option('server')),
  client(
    ['oracledb.getConnection', 'oracledb.createPool'],
    'ORACLE_CONNECT_STRING',
    option('connectString'),
    option('connectionString'),
  ),
  client(['redis.createClient'], 'REDIS_HOST', option('host'), option('socket', 'host'), at(1)),
  client(['ioredis', 'ioredis.Redis', 'ioredis.default'], 'REDIS_HOST', option('host'), at(0), at(1)),
  client(['ioredis.Cluster', 'ioredis.Redis.Cluster', 'redis.createCluster'], 'REDIS_HOST', at(0)),
  client(
    ['bullmq.Queue', 'bullmq.Worker', 'bullmq.QueueEvents', 'bullmq.FlowProducer', 'bull', 'bee-queue'],
    'REDIS_HOST',
    inLast('connection', 'host'),
    inLast('redis', 'host'),
  ),
  client(
    ['@nestjs/bull.BullModule.forRoot', '@nestjs/bullmq.BullModule.forRoot'],
    'REDIS_HOST',
    option('redis', 'host'),
    option('connection', 'host'),
  ),
  client(['agenda', 'agenda.Agenda'], 'MONGODB_URI', option('db', 'address')),
  client(
    [
      '@elastic/elasticsearch.Client',
      '@opensearch-project/opensearch.Client',
      '@nestjs/elasticsearch.ElasticsearchModule.register',
    ],
    'ELASTICSEARCH_URL',
    option('node'),
    option('nodes'),
  ),
  client(['elasticsearch.Client'], 'ELASTICSEARCH_URL', option('host'), option('hosts')),
  client(
    ['kafkajs.Kafka', '@confluentinc/kafka-javascript.KafkaJS.Kafka'],
    'KAFKA_BROKERS',
    option('brokers'),
  ),
  client(
    ['node-rdkafka.Producer', 'node-rdkafka.KafkaConsumer', 'node-rdkafka.HighLevelProducer'],
    'KAFKA_BROKERS',
    option('metadata.broker.list'),
    option('bootstrap.servers'),
  ),
  client(['memcached', 'memjs.Client.create'], 'MEMCACHED_SERVERS', at(0)),
  client(['minio.Client'], 'MINIO_ENDPOINT', option('endPoint')),
  client(['meilisearch.MeiliSearch', 'meilisearch.Meilisearch'], 'MEILISEARCH_URL', option('host')),
  client(['typesense.Client'], 'TYPESENSE_HOST', option('nodes')),
  client(['cassandra-driver.Client'], 'CASSANDRA_CONTACT_POINTS', option('contactPoints')),
  client(['ldapjs.createClient', 'ldapts.Client'], 'LDAP_URL', option('url')),
  client(['nano'], 'COUCHDB_URL', at(0), option('url')),
  client(['influx.InfluxDB'], 'INFLUXDB_HOST', option('host'), at(0)),
  client(['@influxdata/influxdb-client.InfluxDB'], 'INFLUXDB_URL', option('url'), at(0)),
  client(
    ['@clickhouse/client.createClient', 'clickhouse.ClickHouse'],
    'CLICKHOUSE_URL',
    option('url'),
    option('host'),
  ),
  client(
    ['amqplib.connect', 'amqplib/callback_api.connect', 'rhea.connect'],
    'AMQP_HOST',
    option('hostname'),
    option('host'),
  ),
  client(['nats.connect', '@nats-io/transport-node.connect'], 'NATS_URL', option('servers')),
  client(['mqtt.connect', 'mqtt.connectAsync'], 'MQTT_URL', at(0), option('host'), optionAt(1, 'host')),
  client(['stompit.connect'], 'STOMP_HOST', option('host')),
  client(['@supabase/supabase-js.createClient'], 'SUPABASE_URL', at(0)),
  client(['firebase-admin.initializeApp'], 'FIREBASE_DATABASE_URL', option('databaseURL')),
  client(['hot-shots.StatsD', 'hot-shots', 'node-statsd', 'lynx'], 'STATSD_HOST', option('host')),
  client(
    ['ftp().connect', 'ssh2-sftp-client().connect', 'ssh2.Client().connect'],
    'SFTP_HOST',
    option('host'),
  ),
  client(['basic-ftp.Client().access'], 'FTP_HOST', option('host')),
  internal(
    aws('s3 S3Client', 'sqs SQSClient', 'sns SNSClient', 'dynamodb DynamoDBClient', 'ses SESClient SES'),
    'AWS_ENDPOINT_URL',
    option('endpoint'),
  ),
  internal(['axios.create', 'axios.default.create'], 'API_URL', option('baseURL')),
  internal(
    ['got.extend', 'got.default.extend', 'ky.create', 'ky.default.create'],
    'API_URL',
    option('prefixUrl'),
  ),
  internal(
    [
      'axios',
      'axios.get',
      'axios.post',
      'axios.put',
      'axios.delete',
      'got',
      'got.get',
      'got.post',
      'undici.request',
    ],
    'API_URL',
    at(0),
  ),
  internal(['ws', 'ws.WebSocket', 'socket.io-client.io', 'socket.io-client'], 'SOCKET_URL', at(0)),
  ...anywhere(internal(['fetch'], 'API_URL', at(0))),
];
