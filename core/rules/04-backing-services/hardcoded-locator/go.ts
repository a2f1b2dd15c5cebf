import type { Api } from '../../../rule';
import { at, client, internal, option } from './client';

const redis = ['github.com/go-redis/redis', 'github.com/redis/go-redis'];
const elastic = ['github.com/elastic/go-elasticsearch', 'github.com/opensearch-project/opensearch-go'];

export const go: readonly Api[] = [
  client(
    redis.map((name) => `${name}.Options`),
    'REDIS_ADDR',
    option('Addr'),
  ),
  client(
    redis.flatMap((name) => [`${name}.ClusterOptions`, `${name}.UniversalOptions`, `${name}.RingOptions`]),
    'REDIS_ADDRS',
    option('Addrs'),
  ),
  client(
    redis.map((name) => `${name}.FailoverOptions`),
    'REDIS_SENTINELS',
    option('SentinelAddrs'),
  ),
  client(
    ['github.com/gomodule/redigo/redis.Dial', 'github.com/garyburd/redigo/redis.Dial'],
    'REDIS_ADDR',
    at(1),
  ),
  client(['github.com/hibiken/asynq.RedisClientOpt'], 'REDIS_ADDR', option('Addr')),
  client(['github.com/bradfitz/gomemcache/memcache.New'], 'MEMCACHED_SERVERS', at(0)),
  client(['github.com/go-sql-driver/mysql.Config'], 'DB_ADDR', option('Addr')),
  client(
    ['github.com/go-pg/pg.Options', 'github.com/jackc/pgx.ConnConfig'],
    'PGHOST',
    option('Addr'),
    option('Host'),
  ),
  client(
    [
      'github.com/Shopify/sarama.NewSyncProducer',
      'github.com/Shopify/sarama.NewAsyncProducer',
      'github.com/Shopify/sarama.NewConsumer',
      'github.com/Shopify/sarama.NewConsumerGroup',
      'github.com/IBM/sarama.NewSyncProducer',
      'github.com/IBM/sarama.NewAsyncProducer',
      'github.com/IBM/sarama.NewConsumer',
      'github.com/IBM/sarama.NewConsumerGroup',
      'github.com/IBM/sarama.NewClient',
    ],
    'KAFKA_BROKERS',
    at(0),
  ),
  client(
    ['github.com/segmentio/kafka-go.ReaderConfig', 'github.com/segmentio/kafka-go.WriterConfig'],
    'KAFKA_BROKERS',
    option('Brokers'),
  ),
  client(['github.com/segmentio/kafka-go.TCP'], 'KAFKA_BROKERS', at(0)),
  client(
    ['github.com/segmentio/kafka-go.Dial', 'github.com/segmentio/kafka-go.DialLeader'],
    'KAFKA_BROKERS',
    at(1),
    at(2),
  ),
  client(
    [
      'github.com/confluentinc/confluent-kafka-go/kafka.ConfigMap',
      'github.com/confluentinc/confluent-kafka-go/v2/kafka.ConfigMap',
    ],
    'KAFKA_BROKERS',
    option('bootstrap.servers'),
  ),
  client(['github.com/eclipse/paho.mqtt.golang.NewClientOptions().AddBroker'], 'MQTT_URL', at(0)),
  client(
    elastic.map((name) => `${name}.Config`),
    'ELASTICSEARCH_URL',
    option('Addresses'),
  ),
  client(
    ['github.com/olivere/elastic.SetURL', 'github.com/olivere/elastic/v7.SetURL'],
    'ELASTICSEARCH_URL',
    at(0),
  ),
  client(['github.com/minio/minio-go.New', 'github.com/minio/minio-go/v7.New'], 'MINIO_ENDPOINT', at(0)),
  client(['github.com/go-ldap/ldap.DialURL', 'github.com/go-ldap/ldap/v3.DialURL'], 'LDAP_URL', at(0)),
  client(['github.com/go-ldap/ldap.Dial', 'github.com/go-ldap/ldap/v3.Dial'], 'LDAP_URL', at(1)),
  client(['github.com/gocql/gocql.NewCluster'], 'CASSANDRA_CONTACT_POINTS', at(0)),
  client(
    ['github.com/hashicorp/vault/api.Config', 'github.com/hashicorp/consul/api.Config'],
    'VAULT_ADDR',
    option('Address'),
  ),
  client(
    [
      'go.etcd.io/etcd/client/v3.Config',
      'go.etcd.io/etcd/clientv3.Config',
      'github.com/coreos/etcd/clientv3.Config',
    ],
    'ETCD_ENDPOINTS',
    option('Endpoints'),
  ),
  client(
    [
      'github.com/influxdata/influxdb-client-go.NewClient',
      'github.com/influxdata/influxdb-client-go/v2.NewClient',
    ],
    'INFLUXDB_URL',
    at(0),
  ),
  client(
    ['github.com/ClickHouse/clickhouse-go.Options', 'github.com/ClickHouse/clickhouse-go/v2.Options'],
    'CLICKHOUSE_ADDR',
    option('Addr'),
  ),
  client(
    ['github.com/DataDog/datadog-go/statsd.New', 'gopkg.in/alexcesaro/statsd.v2.Address'],
    'STATSD_ADDR',
    at(0),
  ),
  client(
    ['github.com/meilisearch/meilisearch-go.New', 'github.com/meilisearch/meilisearch-go.ClientConfig'],
    'MEILISEARCH_URL',
    at(0),
    option('Host'),
  ),
  internal(['google.golang.org/grpc.Dial', 'google.golang.org/grpc.NewClient'], 'GRPC_TARGET', at(0)),
  internal(['google.golang.org/grpc.DialContext'], 'GRPC_TARGET', at(1)),
  internal(
    ['github.com/go-resty/resty.New().SetBaseURL', 'github.com/go-resty/resty/v2.New().SetBaseURL'],
    'API_URL',
    at(0),
  ),
  internal(['net/http.Get', 'net/http.Post', 'net/http.PostForm'], 'API_URL', at(0)),
  internal(['net/http.NewRequest'], 'API_URL', at(1)),
  internal(['github.com/aws/aws-sdk-go/aws.Config'], 'AWS_ENDPOINT_URL', option('Endpoint')),
];
