import type { CallFact, Value } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { says } from '../shared/apis';
import { dataFile, isOn, opens } from '../shared/data-files';

const isReadOnly = ({ args }: CallFact): boolean => isOn(args, 'readonly', 'readOnly', 'fileMustExist');
const SQLITE = /^(?:better-)?sqlite3?$/;

/** An ORM that is told to use SQLite by a key of its options, wherever they stand among the arguments. */
function orm(what: string, key: string, file: readonly string[], ...calls: readonly string[]): Api {
  return {
    calls,
    breach: (call) => {
      const url = textOf(call.args[0]?.value);
      if (url?.startsWith('sqlite:')) {
        return dataFile(call.args[0]?.value) ? says(what, call.range) : undefined;
      }
      const options = call.args.map(({ value }) => value).find(({ kind }) => kind === 'object');
      if (!SQLITE.test(textOf(property(options, key)) ?? '')) return undefined;
      const path: Value | undefined = file.reduce<Value | undefined>(
        (at, step) => property(at, step) ?? at,
        options,
      );
      if (path === options) return options ? says(what, call.range, 'information') : undefined;
      const found = path?.kind === 'object' ? undefined : dataFile(path);
      return found && says(what, call.range, found);
    },
  };
}

export const javascript: readonly Api[] = [
  opens({
    what: 'SQLite',
    calls: ['sqlite3.Database', 'sqlite3.cached.Database', 'sqlite3.verbose().Database'],
  }),
  opens({ what: 'better-sqlite3', calls: ['better-sqlite3'], unless: isReadOnly }),
  opens({ what: 'SQLite', calls: ['sqlite.open'], key: 'filename' }),
  opens({
    what: 'SQLite',
    calls: ['node:sqlite.DatabaseSync', 'sqlite.DatabaseSync', 'bun:sqlite.Database'],
    unless: isReadOnly,
  }),
  orm(
    'Sequelize with SQLite',
    'dialect',
    ['storage'],
    'sequelize',
    'sequelize.Sequelize',
    'sequelize-typescript.Sequelize',
  ),
  orm(
    'TypeORM with SQLite',
    'type',
    ['database'],
    'typeorm.DataSource',
    'typeorm.createConnection',
    '@nestjs/typeorm.TypeOrmModule.forRoot',
  ),
  orm('Knex with SQLite', 'client', ['connection', 'filename'], 'knex', 'knex.knex'),
  {
    calls: ['@libsql/client.createClient'],
    breach: (call) => {
      const url = property(call.args[0]?.value, 'url');
      const isFile = textOf(url)?.startsWith('file:') === true && dataFile(url) !== undefined;
      return isFile && !property(call.args[0]?.value, 'syncUrl')
        ? says('libSQL with a file', call.range)
        : undefined;
    },
  },
  {
    calls: ['nedb', '@seald-io/nedb', 'nedb-promises.create', '@seald-io/nedb.Datastore'],
    breach: (call) => {
      const [options] = call.args;
      const path = options?.value.kind === 'object' ? property(options.value, 'filename') : options?.value;
      const isInMemory = isOn(call.args, 'inMemoryOnly');
      const found = isInMemory ? undefined : dataFile(path);
      return found && says('NeDB', call.range, found);
    },
  },
  opens({
    what: 'lowdb',
    calls: [
      'lowdb/node.JSONFile',
      'lowdb/node.JSONFileSync',
      'lowdb/node.JSONFilePreset',
      'lowdb/node.JSONFileSyncPreset',
      'lowdb.JSONFile',
      'lowdb.JSONFileSync',
      'lowdb/adapters/FileSync',
      'lowdb/adapters/FileAsync',
    ],
  }),
  opens({ what: 'LokiJS', calls: ['lokijs'], unless: (call) => call.args.length < 2 }),
  opens({
    what: 'LevelDB',
    calls: ['level', 'level.Level', 'leveldown', 'classic-level.ClassicLevel', 'level-rocksdb'],
  }),
  opens({ what: 'LMDB', calls: ['lmdb.open'], key: 'path' }),
  {
    calls: ['pouchdb', 'pouchdb-node'],
    breach: (call) => {
      const found = call.construct ? dataFile(call.args[0]?.value) : undefined;
      return found && says('PouchDB', call.range, found);
    },
  },
];
