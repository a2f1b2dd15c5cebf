import type { Family } from '../../../language';

/** What a client is for, and whether it needs a service besides the process. */
export interface ClientKind {
  readonly role: 'files' | 'mail' | 'cache' | 'database';
  readonly name: string;
  readonly isLocal: boolean;
  readonly calls: readonly string[];
  readonly global?: boolean;
}

const kind = (
  role: ClientKind['role'],
  name: string,
  isLocal: boolean,
  calls: readonly string[],
  global = false,
): ClientKind => ({ role, name, isLocal, calls, global });

/** Clients by what they are for, by language. */
export const KINDS: Partial<Record<Family, readonly ClientKind[]>> = {
  javascript: [
    kind('files', 'the disk', true, ['multer.diskStorage', 'multer.default.diskStorage']),
    kind('files', 'S3', false, [
      'multer-s3',
      '@aws-sdk/client-s3.S3Client',
      'aws-sdk.S3',
      'minio.Client',
      '@google-cloud/storage.Storage',
    ]),
    kind('mail', 'a test account', true, [
      'nodemailer.createTestAccount',
      'nodemailer-mock',
      'nodemailer-stub-transport',
    ]),
    kind('mail', 'a mail service', false, [
      'nodemailer-sendgrid',
      'nodemailer-mailgun-transport',
      'nodemailer.createTransport',
      '@sendgrid/mail.setApiKey',
    ]),
    kind('cache', 'memory', true, ['node-cache', 'lru-cache', 'lru-cache.LRUCache', 'memory-cache.Cache']),
    kind('cache', 'Redis', false, ['redis.createClient', 'ioredis', 'ioredis.Redis', 'memcached']),
    kind('database', 'SQLite', true, ['sqlite3.Database', 'better-sqlite3', 'sqlite.open']),
    kind('database', 'a database server', false, [
      'pg.Pool',
      'pg.Client',
      'mysql2.createPool',
      'mysql2/promise.createPool',
    ]),
  ],
  python: [
    kind('files', 'the disk', true, [
      'django.core.files.storage.FileSystemStorage',
      'storages.local.LocalStorage',
    ]),
    kind('files', 'S3', false, [
      'storages.backends.s3boto3.S3Boto3Storage',
      'boto3.client',
      'boto3.resource',
      'google.cloud.storage.Client',
    ]),
    kind('mail', 'the console', true, [
      'django.core.mail.backends.console.EmailBackend',
      'django.core.mail.backends.locmem.EmailBackend',
    ]),
    kind('mail', 'a mail server', false, [
      'smtplib.SMTP',
      'smtplib.SMTP_SSL',
      'django.core.mail.backends.smtp.EmailBackend',
      'sendgrid.SendGridAPIClient',
    ]),
    kind('cache', 'memory', true, [
      'cachetools.TTLCache',
      'cachelib.SimpleCache',
      'fakeredis.FakeRedis',
      'fakeredis.FakeStrictRedis',
    ]),
    kind('cache', 'Redis', false, [
      'redis.Redis',
      'redis.StrictRedis',
      'redis.from_url',
      'redis.Redis.from_url',
      'pymemcache.client.base.Client',
    ]),
    kind('database', 'SQLite', true, ['sqlite3.connect', 'peewee.SqliteDatabase', 'aiosqlite.connect']),
    kind('database', 'a database server', false, [
      'psycopg2.connect',
      'psycopg.connect',
      'peewee.PostgresqlDatabase',
      'peewee.MySQLDatabase',
      'pymysql.connect',
      'asyncpg.connect',
    ]),
  ],
  ruby: [
    kind('files', 'the disk', true, ['Shrine.Storage.FileSystem.new', 'CarrierWave.Storage.File.new']),
    kind('files', 'S3', false, [
      'Shrine.Storage.S3.new',
      'Aws.S3.Client.new',
      'Aws.S3.Resource.new',
      'Fog.Storage.new',
    ]),
    kind('cache', 'memory', true, [
      'ActiveSupport.Cache.MemoryStore.new',
      'ActiveSupport.Cache.NullStore.new',
      'ActiveSupport.Cache.FileStore.new',
      'MockRedis.new',
      'FakeRedis.new',
    ]),
    kind('cache', 'Redis', false, [
      'ActiveSupport.Cache.RedisCacheStore.new',
      'ActiveSupport.Cache.MemCacheStore.new',
      'Redis.new',
      'Dalli.Client.new',
    ]),
    kind('database', 'SQLite', true, ['Sequel.sqlite', 'SQLite3.Database.new']),
    kind('database', 'a database server', false, [
      'Sequel.postgres',
      'Sequel.connect',
      'PG.connect',
      'Mysql2.Client.new',
    ]),
  ],
  php: [
    kind('files', 'the disk', true, [
      'League.Flysystem.Local.LocalFilesystemAdapter',
      'League.Flysystem.Adapter.Local',
    ]),
    kind('files', 'S3', false, ['League.Flysystem.AwsS3V3.AwsS3V3Adapter', 'Aws.S3.S3Client']),
    kind(
      'mail',
      'nothing',
      true,
      ['Swift_NullTransport', 'Symfony.Component.Mailer.Transport.NullTransport'],
      true,
    ),
    kind(
      'mail',
      'a mail server',
      false,
      ['Swift_SmtpTransport', 'Symfony.Component.Mailer.Transport.Smtp.EsmtpTransport'],
      true,
    ),
    kind('cache', 'memory', true, [
      'Symfony.Component.Cache.Adapter.ArrayAdapter',
      'Symfony.Component.Cache.Adapter.FilesystemAdapter',
    ]),
    kind('cache', 'Redis', false, ['Symfony.Component.Cache.Adapter.RedisAdapter', 'Predis.Client', 'Redis']),
  ],
  java: [
    kind('cache', 'memory', true, [
      'org.springframework.cache.concurrent.ConcurrentMapCacheManager',
      'java.util.concurrent.ConcurrentHashMap',
    ]),
    kind('cache', 'Redis', false, [
      'org.springframework.data.redis.cache.RedisCacheManager.create',
      'redis.clients.jedis.Jedis',
      'redis.clients.jedis.JedisPool',
    ]),
    kind('mail', 'the log', true, ['LoggingMailSender', 'NoOpMailSender']),
    kind('mail', 'a mail server', false, ['org.springframework.mail.javamail.JavaMailSenderImpl']),
    kind('database', 'an embedded database', true, [
      'org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder',
      'org.h2.jdbcx.JdbcDataSource',
    ]),
    kind('database', 'a database server', false, [
      'com.zaxxer.hikari.HikariDataSource',
      'org.postgresql.ds.PGSimpleDataSource',
      'com.mysql.cj.jdbc.MysqlDataSource',
    ]),
  ],
  go: [
    kind('database', 'SQLite', true, ['gorm.io/driver/sqlite.Open', 'github.com/glebarez/sqlite.Open']),
    kind('database', 'a database server', false, [
      'gorm.io/driver/postgres.Open',
      'gorm.io/driver/mysql.Open',
    ]),
    kind('cache', 'memory', true, ['github.com/patrickmn/go-cache.New', 'github.com/alicebob/miniredis.Run']),
    kind('cache', 'Redis', false, [
      'github.com/go-redis/redis.NewClient',
      'github.com/redis/go-redis.NewClient',
    ]),
  ],
  csharp: [
    kind('database', 'SQLite', true, ['?options.UseSqlite', 'options.UseSqlite', '*.UseSqlite'], true),
    kind('database', 'a database in memory', true, ['*.UseInMemoryDatabase'], true),
    kind('database', 'a database server', false, ['*.UseSqlServer', '*.UseNpgsql', '*.UseMySql'], true),
    kind('cache', 'memory', true, ['*.AddDistributedMemoryCache'], true),
    kind('cache', 'Redis', false, ['*.AddStackExchangeRedisCache'], true),
  ],
  rust: [
    kind('mail', 'a file', true, [
      'lettre.FileTransport.new',
      'lettre.transport.stub.StubTransport.new_ok',
      'lettre.transport.stub.StubTransport.new',
    ]),
    kind('mail', 'a mail server', false, [
      'lettre.SmtpTransport.relay',
      'lettre.SmtpTransport.from_url',
      'lettre.AsyncSmtpTransport.relay',
    ]),
    kind('database', 'SQLite', true, ['sqlx.SqlitePool.connect', 'rusqlite.Connection.open']),
    kind('database', 'a database server', false, ['sqlx.PgPool.connect', 'sqlx.MySqlPool.connect']),
  ],
};
