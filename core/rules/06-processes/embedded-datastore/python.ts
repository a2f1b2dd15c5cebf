import type { Api } from '../../../rule';
import { isOn, opens } from '../shared/data-files';

export const python: readonly Api[] = [
  opens({
    what: 'SQLite',
    calls: ['sqlite3.connect', 'aiosqlite.connect', 'apsw.Connection'],
    key: 'database',
  }),
  opens({
    what: 'SQLite',
    calls: [
      'peewee.SqliteDatabase',
      'playhouse.sqlite_ext.SqliteExtDatabase',
      'playhouse.apsw_ext.APSWDatabase',
      'sqlite_utils.Database',
      'dataset.connect',
    ],
    key: 'database',
    unless: (call) => call.callee === 'dataset.connect' || isOn(call.args, 'memory'),
  }),
  opens({
    what: 'LMDB',
    calls: ['lmdb.open'],
    key: 'path',
    unless: (call) => isOn(call.args, 'readonly'),
  }),
  opens({ what: 'LevelDB', calls: ['plyvel.DB'], key: 'name' }),
  opens({
    what: 'TinyDB',
    calls: ['tinydb.TinyDB'],
    key: 'path',
    unless: (call) => call.args.some(({ name }) => name === 'storage'),
  }),
  opens({ what: 'shelve', calls: ['shelve.open', 'shelve.DbfilenameShelf'], key: 'filename' }),
  opens({ what: 'dbm', calls: ['dbm.open', 'dbm.gnu.open', 'dbm.ndbm.open', 'dbm.dumb.open'], key: 'file' }),
  opens({ what: 'pickleDB', calls: ['pickledb.load', 'pickledb.PickleDB'], key: 'location' }),
  opens({ what: 'ZODB’s FileStorage', calls: ['ZODB.FileStorage.FileStorage'] }),
  opens({
    what: 'DuckDB',
    calls: ['duckdb.connect'],
    key: 'database',
    most: 'information',
    unless: (call) => isOn(call.args, 'read_only'),
  }),
  opens({ what: 'Chroma', calls: ['chromadb.PersistentClient'], key: 'path', most: 'information' }),
  opens({ what: 'FAISS', calls: ['faiss.write_index'], at: 1, most: 'information' }),
];
