/** What each adapter, dialect or driver speaks to; those of one engine are the same. */
const ENGINES: readonly (readonly [string, RegExp])[] = [
  ['SQLite', /^(?:jdbc)?(?:sqlite3?|better-sqlite3|sqlite3_mem)$/],
  ['H2', /^h2$/],
  ['HSQLDB', /^hsqldb$/],
  ['PostgreSQL', /^(?:postgres|postgresql|postgis|pg|pgsql)$/],
  ['MySQL', /^(?:mysql2?|trilogy|mariadb|mysqli)$/],
  ['SQL Server', /^(?:mssql|sqlserver|tinytds)$/],
  ['Oracle', /^(?:oracle|oracle_enhanced|oracledb)$/],
  ['MongoDB', /^(?:mongodb|mongoid)$/],
];

/** The name of the engine of an adapter; undefined for one that is not known, or that a template fills. */
export function engineOf(adapter: string): string | undefined {
  return ENGINES.find(([, names]) => names.test(adapter.trim().toLowerCase()))?.[0];
}
