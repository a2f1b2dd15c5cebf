import type { Api } from '../../../rule';
import { everywhere, named, soften } from '../shared/apis';
import { opens } from '../shared/data-files';

/** The names of a method of Entity Framework’s options, which lambdas and fields hold. */
const options = (method: string): string[] =>
  [
    '?',
    'options',
    'optionsBuilder',
    'DbContextOptionsBuilder()',
    'Microsoft.EntityFrameworkCore.DbContextOptionsBuilder()',
  ].map((base) => `${base}.${method}`);

export const csharp: readonly Api[] = everywhere(
  opens({ what: 'Entity Framework with SQLite', calls: options('UseSqlite') }),
  ...soften('hint', named('Entity Framework in memory', ...options('UseInMemoryDatabase'))),
  opens({
    what: 'SQLite',
    calls: [
      'SqliteConnection',
      'Microsoft.Data.Sqlite.SqliteConnection',
      'SQLiteConnection',
      'System.Data.SQLite.SQLiteConnection',
    ],
  }),
  opens({ what: 'LiteDB', calls: ['LiteDatabase', 'LiteDB.LiteDatabase'] }),
);
