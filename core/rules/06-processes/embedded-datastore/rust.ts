import type { Api } from '../../../rule';
import { opens } from '../shared/data-files';

export const rust: readonly Api[] = [
  opens({ what: 'SQLite', calls: ['rusqlite.Connection.open', 'tokio_rusqlite.Connection.open'] }),
  opens({
    what: 'SQLite',
    calls: [
      'sqlx.SqlitePool.connect',
      'sqlx.sqlite.SqlitePool.connect',
      'sqlx.SqliteConnection.connect',
      'sqlx.sqlite.SqlitePoolOptions.new().connect',
      'sqlx.SqlitePoolOptions.new().connect',
      'diesel.SqliteConnection.establish',
      'diesel.sqlite.SqliteConnection.establish',
    ],
  }),
  opens({ what: 'LMDB', calls: ['heed.EnvOpenOptions.new().open'] }),
  opens({ what: 'sled', calls: ['sled.open'] }),
  opens({ what: 'redb', calls: ['redb.Database.create', 'redb.Database.open'] }),
  opens({
    what: 'RocksDB',
    calls: ['rocksdb.DB.open', 'rocksdb.DB.open_cf', 'rocksdb.DB.open_default', 'rocksdb.TransactionDB.open'],
  }),
];
