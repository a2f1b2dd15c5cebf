/** How runtimes and services are called among people. */
const NAMES: Readonly<Record<string, string>> = {
  node: 'Node.js',
  python: 'Python',
  ruby: 'Ruby',
  php: 'PHP',
  java: 'Java',
  go: 'Go',
  dotnet: '.NET',
  rust: 'Rust',
  elixir: 'Elixir',
  erlang: 'Erlang',
  deno: 'Deno',
  bun: 'Bun',
  postgres: 'PostgreSQL',
  mysql: 'MySQL',
  mariadb: 'MariaDB',
  mssql: 'SQL Server',
  oracle: 'Oracle Database',
  sqlite: 'SQLite',
  mongodb: 'MongoDB',
  redis: 'Redis',
  valkey: 'Valkey',
  memcached: 'Memcached',
  rabbitmq: 'RabbitMQ',
  kafka: 'Kafka',
  nats: 'NATS',
  elasticsearch: 'Elasticsearch',
  opensearch: 'OpenSearch',
};

/** The name of a runtime or a service. */
export function nameOf(kind: string): string {
  return NAMES[kind] ?? kind;
}
