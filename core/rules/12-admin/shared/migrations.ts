import type { SimpleCommand } from '../../../procfile/procfile';
import { programOf } from '../../../procfile/program';

/** Programs that bring a database's schema up to date, and the words behind them that say so. */
const MIGRATIONS: readonly (readonly [program: RegExp, words: RegExp])[] = [
  [/^(?:rails|rake)$/, /^db:(?:migrate|prepare|setup|schema:load|create)\b/],
  [/^(?:manage\.py|django-admin)$/, /^migrate$/],
  [/^flask$/, /^upgrade$/],
  [/^(?:alembic|aerich)$/, /^upgrade$/],
  [/^artisan$/, /^migrate(?::fresh)?$/],
  [/^console$/, /^(?:doctrine:)?(?:migrations:migrate|schema:update)$/],
  [/^prisma$/, /^(?:deploy|push)$/],
  [/^sequelize(?:-cli)?$/, /^db:(?:migrate|create)$/],
  [/^knex$/, /^migrate:(?:latest|up)$/],
  [/^typeorm(?:-ts-node-\w+)?$/, /^(?:migration:run|schema:sync)$/],
  [/^mikro-orm$/, /^(?:migration:up|schema:update)$/],
  [/^drizzle-kit$/, /^(?:migrate|push)(?::\w+)?$/],
  [/^(?:node-pg-migrate|db-migrate|migrate|goose|dbmate)$/, /^(?:up|migrate)$/],
  [/^flyway$/, /^migrate$/],
  [/^liquibase$/, /^update$/],
  [/^dotnet$/, /^update$/],
  [/^diesel$/, /^run$/],
  [/^sqlx$/, /^run$/],
  [/^sea-orm-cli$/, /^up$/],
  [/^mix$/, /^ecto\.migrate$/],
  [
    /^(?:npm|yarn|pnpm|bun)$/,
    /^(?:[\w-]+:)?(?:db[-:_])?migrat(?:e|ions?)(?:[-:_](?:up|latest|deploy|run|prod|production))?$/,
  ],
];
const INTERPRETER = /^(?:python[\d.]*|php[\d.]*|ruby|node|bash|sh)$/;

/** Whether a simple command brings the schema of a database up to date. */
export function isMigration(simple: SimpleCommand): boolean {
  const program = programOf(simple);
  if (!program) return false;
  const script = INTERPRETER.test(program.name) ? program.args[0]?.text : undefined;
  const name = script === undefined ? program.name : script.slice(script.lastIndexOf('/') + 1);
  const words = script === undefined ? program.args : program.args.slice(1);
  return MIGRATIONS.some(
    ([known, wanted]) => known.test(name) && words.some(({ text }) => wanted.test(text)),
  );
}

const MIGRATION_FOLDERS = new Set(['migrations', 'migrate', 'versions', 'migration']);

const MAY_MIGRATE =
  /(?:^|\/)(?:migrations?|migrate|versions)\/(?:[^/]+\/)?[^/]+\.(?:rb|py|php|js|ts|sql|cs)$/;

/** Whether a file holds a migration of the schema: `db/migrate/20240101_x.rb`, `shop/migrations/0001_initial.py`. */
export function isMigrationFile(path: string): boolean {
  if (!MAY_MIGRATE.test(path)) return false;
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  const inPlace = parts.slice(-2).some((folder) => MIGRATION_FOLDERS.has(folder));
  return inPlace && /^(?:V?\d|migration\.sql$)/.test(name) && /\.(?:rb|py|php|js|ts|sql|cs)$/.test(name);
}

const ADMIN_FOLDER = /^(?:seeds?|seeders?|cli|commands?|console|tasks?|scripts?|tools?|\w*test)$|migrat/i;
const ADMIN_NAME =
  /^(?:cli|manage|console|install|setup|tasks?|commands?)\.|^(?:init|create|sync|setup|reset)[-_]?(?:db|database|tables)\.|migrat|seed/i;

/** Whether a file is there to run such a task, and is no part of what serves requests. */
export function isAdminFile(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  return ADMIN_NAME.test(name) || parts.some((folder) => ADMIN_FOLDER.test(folder));
}
