import type { Api } from '../../../rule';
import { anywhere, at, client, internal, keyword, option, setting } from './client';

const HOSTS = /^(?:DB_HOST|DB_SERVER|DB_HOSTNAME|MYSQL_HOST|REDIS_HOST|SMTP_HOST|MAIL_HOST|MEMCACHED_HOST)$/;

export const php: readonly Api[] = [
  ...anywhere(
    client(
      ['mysqli_connect', 'mysqli', 'mysqli_real_connect', 'mysql_connect', 'mysql_pconnect'],
      'DB_HOST',
      at(0),
    ),
    client(['mysqli().real_connect', 'mysqli_init().real_connect'], 'DB_HOST', at(0)),
    client(['sqlsrv_connect', 'odbc_connect', 'mssql_connect'], 'DB_HOST', at(0)),
    client(['Redis().connect', 'Redis().pconnect', 'Redis().open'], 'REDIS_HOST', at(0)),
    client(
      ['Memcached().addServer', 'Memcache().addServer', 'Memcache().connect', 'memcache_connect'],
      'MEMCACHED_HOST',
      at(0),
    ),
    client(['AMQPConnection'], 'AMQP_HOST', option('host')),
    client(['ldap_connect'], 'LDAP_URL', at(0)),
    client(['ftp_connect', 'ftp_ssl_connect', 'ssh2_connect'], 'FTP_HOST', at(0)),
    client(['define'], 'DB_HOST', setting(HOSTS)),
    internal(['curl_init', 'file_get_contents'], 'API_URL', at(0)),
  ),
  client(['Predis.Client'], 'REDIS_HOST', option('host'), at(0)),
  client(
    [
      'PhpAmqpLib.Connection.AMQPStreamConnection',
      'PhpAmqpLib.Connection.AMQPSSLConnection',
      'PhpAmqpLib.Connection.AMQPLazyConnection',
    ],
    'AMQP_HOST',
    at(0),
  ),
  client(['Doctrine.DBAL.DriverManager.getConnection'], 'DB_HOST', option('host')),
  client(['Illuminate.Database.Capsule.Manager().addConnection'], 'DB_HOST', option('host')),
  client(['MongoDB.Client', 'MongoDB.Driver.Manager'], 'MONGODB_URI', at(0)),
  client(
    [
      'Elasticsearch.ClientBuilder.create().setHosts',
      'Elastic.Elasticsearch.ClientBuilder.create().setHosts',
    ],
    'ELASTICSEARCH_URL',
    at(0),
  ),
  client(['RdKafka.Conf().set'], 'KAFKA_BROKERS', setting('metadata.broker.list', 'bootstrap.servers')),
  internal(
    ['Aws.S3.S3Client', 'Aws.Sqs.SqsClient', 'Aws.DynamoDb.DynamoDbClient'],
    'AWS_ENDPOINT_URL',
    option('endpoint'),
  ),
  internal(['GuzzleHttp.Client'], 'API_URL', option('base_uri')),
  internal(
    [
      'Illuminate.Support.Facades.Http.get',
      'Illuminate.Support.Facades.Http.post',
      'Illuminate.Support.Facades.Http.baseUrl',
    ],
    'API_URL',
    keyword('url', 0),
  ),
];
