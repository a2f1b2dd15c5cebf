import type { Api } from '../../../rule';
import { at, client, internal, setting } from './client';

export const rust: readonly Api[] = [
  client(
    [
      ...['sqlx.postgres.PgConnectOptions.new().host', 'sqlx.mysql.MySqlConnectOptions.new().host'],
      ...[
        'tokio_postgres.Config.new().host',
        'postgres.Config.new().host',
        'deadpool_postgres.Config.new().host',
      ],
      'mysql_async.OptsBuilder.default().ip_or_hostname',
    ],
    'PGHOST',
    at(0),
  ),
  client(
    ['rdkafka.config.ClientConfig.new().set', 'rdkafka.ClientConfig.new().set'],
    'KAFKA_BROKERS',
    setting('bootstrap.servers', 'metadata.broker.list'),
  ),
  client(['rumqttc.MqttOptions.new'], 'MQTT_HOST', at(1)),
  client(['async_nats.connect', 'nats.connect'], 'NATS_URL', at(0)),
  client(['memcache.connect', 'memcache.Client.connect'], 'MEMCACHED_URL', at(0)),
  client(
    ['elasticsearch.http.transport.Transport.single_node', 'opensearch.http.transport.Transport.single_node'],
    'ELASTICSEARCH_URL',
    at(0),
  ),
  client(['meilisearch_sdk.Client.new', 'meilisearch_sdk.client.Client.new'], 'MEILISEARCH_URL', at(0)),
  client(['clickhouse.Client.default().with_url'], 'CLICKHOUSE_URL', at(0)),
  client(['influxdb.Client.new', 'influxdb2.Client.new'], 'INFLUXDB_URL', at(0)),
  client(
    ['scylla.SessionBuilder.new().known_node', 'cdrs.cluster.NodeTcpConfigBuilder.new'],
    'SCYLLA_NODES',
    at(0),
  ),
  internal(
    ['aws_config.from_env().endpoint_url', 'aws_sdk_s3.config.Builder.new().endpoint_url'],
    'AWS_ENDPOINT_URL',
    at(0),
  ),
  internal(
    ['reqwest.get', 'reqwest.blocking.get', 'reqwest.Client.new().get', 'reqwest.Client.new().post'],
    'API_URL',
    at(0),
  ),
  internal(
    ['tonic.transport.Channel.from_static', 'tonic.transport.Endpoint.from_static'],
    'GRPC_URL',
    at(0),
  ),
];
