import type { App } from '../../app';

/** Drivers of databases on a server, by the names of their packages. */
const DRIVERS: readonly (readonly [string, RegExp])[] = [
  ['PostgreSQL', /^(?:psycopg(?:2(?:-binary)?|\[.{1,40}\])?|psycopg-binary|asyncpg|pg8000|pg)$/],
  ['MySQL', /^(?:mysqlclient|pymysql|mysql-connector-python|aiomysql|mysql2)$/],
];

/** The one database whose driver an app ships; undefined for none, and for an app made to run on any of several. */
export function serverDriver({ manifests }: App): string | undefined {
  const names = manifests.flatMap(({ dependencies }) =>
    dependencies.filter(({ kind }) => kind === 'runtime').map(({ name }) => name.toLowerCase()),
  );
  const shipped = DRIVERS.filter(([, drivers]) => names.some((name) => drivers.test(name)));
  return shipped.length === 1 ? shipped[0]?.[0] : undefined;
}
