import type { Api } from '../../../rule';
import { anywhere, at, client, internal, keyword, option, optionAt } from './client';

/** A class by its name alone and by that of its namespace. */
const names = (namespace: string, ...types: readonly string[]): string[] =>
  types.flatMap((type) => [type, `${namespace}.${type}`]);

export const csharp: readonly Api[] = anywhere(
  client(names('RabbitMQ.Client', 'ConnectionFactory'), 'AMQP_HOST', option('HostName')),
  client(
    names('StackExchange.Redis', 'ConnectionMultiplexer.Connect', 'ConnectionMultiplexer.ConnectAsync'),
    'REDIS_CONFIGURATION',
    at(0),
  ),
  client(names('StackExchange.Redis', 'ConfigurationOptions'), 'REDIS_CONFIGURATION', option('EndPoints')),
  client(
    names('Confluent.Kafka', 'ProducerConfig', 'ConsumerConfig', 'AdminClientConfig', 'ClientConfig'),
    'KAFKA_BROKERS',
    option('BootstrapServers'),
  ),
  client(names('Nest', 'ConnectionSettings'), 'ELASTICSEARCH_URL', at(0)),
  client(
    names('Elastic.Clients.Elasticsearch', 'ElasticsearchClientSettings', 'ElasticsearchClient'),
    'ELASTICSEARCH_URL',
    at(0),
  ),
  client(names('MongoDB.Driver', 'MongoClient', 'MongoServerAddress'), 'MONGODB_URI', at(0)),
  client(names('Npgsql', 'NpgsqlConnectionStringBuilder'), 'PGHOST', option('Host'), optionAt(0, 'Host')),
  client(
    [
      ...names('Microsoft.Data.SqlClient', 'SqlConnectionStringBuilder'),
      ...names('MySqlConnector', 'MySqlConnectionStringBuilder'),
    ],
    'DB_HOST',
    option('DataSource'),
    option('Server'),
  ),
  client(names('Cassandra', 'Cluster.Builder().AddContactPoint'), 'CASSANDRA_CONTACT_POINTS', at(0)),
  client(names('Microsoft.Azure.Cosmos', 'CosmosClient'), 'COSMOS_ENDPOINT', keyword('accountEndpoint', 0)),
  client(names('Azure.Messaging.ServiceBus', 'ServiceBusClient'), 'SERVICEBUS_NAMESPACE', at(0)),
  client(names('Azure.Storage.Blobs', 'BlobServiceClient'), 'BLOB_ENDPOINT', at(0)),
  client(names('Minio', 'MinioClient().WithEndpoint'), 'MINIO_ENDPOINT', at(0)),
  client(['?cfg.Host', 'cfg.Host'], 'AMQP_HOST', at(0)),
  internal(names('System.Net.Http', 'HttpClient'), 'API_URL', option('BaseAddress')),
  internal(names('Grpc.Net.Client', 'GrpcChannel.ForAddress'), 'GRPC_URL', at(0)),
  internal(names('RestSharp', 'RestClient'), 'API_URL', at(0)),
  internal(names('Amazon.S3', 'AmazonS3Config'), 'AWS_ENDPOINT_URL', option('ServiceURL')),
);
