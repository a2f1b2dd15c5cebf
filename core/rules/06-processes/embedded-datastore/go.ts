import { textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { says } from '../shared/apis';
import { dataFile, opens } from '../shared/data-files';

export const go: readonly Api[] = [
  {
    calls: [
      'database/sql.Open',
      'github.com/jmoiron/sqlx.Open',
      'github.com/jmoiron/sqlx.Connect',
      'github.com/jmoiron/sqlx.MustConnect',
      'github.com/jinzhu/gorm.Open',
      'xorm.io/xorm.NewEngine',
    ],
    breach: (call) => {
      if (!/^sqlite3?$/.test(textOf(call.args[0]?.value) ?? '')) return undefined;
      const found = dataFile(call.args[1]?.value);
      return found && says('SQLite', call.range, found);
    },
  },
  opens({ what: 'SQLite', calls: ['gorm.io/driver/sqlite.Open', 'github.com/glebarez/sqlite.Open'] }),
  opens({
    what: 'bbolt',
    calls: ['go.etcd.io/bbolt.Open', 'github.com/boltdb/bolt.Open', 'github.com/etcd-io/bbolt.Open'],
  }),
  opens({ what: 'Badger', calls: ['github.com/dgraph-io/badger.DefaultOptions'] }),
  opens({ what: 'LevelDB', calls: ['github.com/syndtr/goleveldb/leveldb.OpenFile'] }),
  opens({
    what: 'NutsDB',
    calls: ['github.com/nutsdb/nutsdb.WithDir', 'github.com/xujiajun/nutsdb.WithDir'],
  }),
  opens({ what: 'Pebble', calls: ['github.com/cockroachdb/pebble.Open'] }),
  opens({ what: 'BuntDB', calls: ['github.com/tidwall/buntdb.Open'] }),
];
