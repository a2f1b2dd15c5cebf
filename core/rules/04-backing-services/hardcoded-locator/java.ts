import type { Api } from '../../../rule';
import { at, client, internal, keyword, setting } from './client';

const setters = (types: readonly string[], ...methods: readonly string[]): string[] =>
  types.flatMap((type) => methods.map((method) => `${type}().${method}`));
const BROKERS = /^(?:bootstrap\.servers|(?:\w+\.)*BOOTSTRAP_SERVERS_CONFIG)$/;

export const java: readonly Api[] = [
  client(
    ['redis.clients.jedis.Jedis', 'redis.clients.jedis.JedisPooled', 'redis.clients.jedis.UnifiedJedis'],
    'REDIS_HOST',
    at(0),
  ),
  client(['redis.clients.jedis.JedisPool'], 'REDIS_HOST', at(0), at(1)),
  client(
    [
      'redis.clients.jedis.HostAndPort',
      'io.lettuce.core.RedisURI.create',
      'io.lettuce.core.RedisURI.Builder.redis',
    ],
    'REDIS_HOST',
    at(0),
  ),
  client(
    [
      'org.springframework.data.redis.connection.RedisStandaloneConfiguration',
      ...setters(['org.springframework.data.redis.connection.RedisStandaloneConfiguration'], 'setHostName'),
      ...setters(['org.springframework.data.redis.connection.jedis.JedisConnectionFactory'], 'setHostName'),
    ],
    'REDIS_HOST',
    at(0),
  ),
  client(
    [
      ...setters(['com.rabbitmq.client.ConnectionFactory'], 'setHost'),
      'org.springframework.amqp.rabbit.connection.CachingConnectionFactory',
      ...setters(
        ['org.springframework.amqp.rabbit.connection.CachingConnectionFactory'],
        'setHost',
        'setAddresses',
      ),
    ],
    'AMQP_HOST',
    at(0),
  ),
  client(
    [
      'org.apache.activemq.ActiveMQConnectionFactory',
      'org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory',
      ...setters(['org.apache.activemq.ActiveMQConnectionFactory'], 'setBrokerURL'),
    ],
    'ACTIVEMQ_URL',
    at(0),
    at(2),
  ),
  client(
    setters(
      ['java.util.Properties', 'java.util.HashMap', 'Properties', 'HashMap', 'Map'],
      'put',
      'setProperty',
    ),
    'KAFKA_BROKERS',
    setting(BROKERS),
  ),
  client(
    ['org.elasticsearch.client.RestClient.builder', 'org.opensearch.client.RestClient.builder'],
    'ELASTICSEARCH_URL',
    at(0),
  ),
  client(
    ['com.mongodb.MongoClient', 'com.mongodb.ServerAddress', 'com.mongodb.client.MongoClients.create'],
    'MONGODB_URI',
    at(0),
  ),
  client(
    setters(
      [
        'com.mysql.cj.jdbc.MysqlDataSource',
        'org.postgresql.ds.PGSimpleDataSource',
        'com.microsoft.sqlserver.jdbc.SQLServerDataSource',
      ],
      'setServerName',
    ),
    'DB_HOST',
    at(0),
  ),
  client(
    [
      'com.datastax.driver.core.Cluster.builder().addContactPoint',
      'com.datastax.oss.driver.api.core.CqlSession.builder().addContactPoint',
    ],
    'CASSANDRA_CONTACT_POINTS',
    at(0),
  ),
  client(
    ['net.spy.memcached.MemcachedClient', 'net.rubyeye.xmemcached.XMemcachedClient'],
    'MEMCACHED_SERVERS',
    at(0),
  ),
  client(
    ['org.influxdb.InfluxDBFactory.connect', 'com.influxdb.client.InfluxDBClientFactory.create'],
    'INFLUXDB_URL',
    at(0),
  ),
  client(['com.jcraft.jsch.JSch().getSession'], 'SFTP_HOST', at(1)),
  client(setters(['org.apache.commons.net.ftp.FTPClient'], 'connect'), 'FTP_HOST', at(0)),
  client(['io.minio.MinioClient.builder().endpoint', 'io.minio.MinioClient'], 'MINIO_ENDPOINT', at(0)),
  internal(
    [
      'io.grpc.ManagedChannelBuilder.forAddress',
      'io.grpc.ManagedChannelBuilder.forTarget',
      'io.grpc.netty.NettyChannelBuilder.forAddress',
    ],
    'GRPC_HOST',
    at(0),
  ),
  internal(['@org.springframework.cloud.openfeign.FeignClient', '@FeignClient'], 'API_URL', keyword('url')),
  internal(
    [
      'org.springframework.web.reactive.function.client.WebClient.create',
      'org.springframework.web.reactive.function.client.WebClient.builder().baseUrl',
      'org.springframework.web.client.RestClient.create',
      'org.springframework.web.client.RestClient.builder().baseUrl',
      'retrofit2.Retrofit.Builder().baseUrl',
    ],
    'API_URL',
    at(0),
  ),
  internal(
    ['getForObject', 'getForEntity', 'postForObject', 'postForEntity', 'exchange'].map(
      (method) => `org.springframework.web.client.RestTemplate().${method}`,
    ),
    'API_URL',
    at(0),
  ),
  internal(['java.net.URI.create', 'java.net.URL'], 'API_URL', at(0)),
];
