import type { App } from '../../../app';
import { isStarted } from '../../../entry/started';
import type { CallFact, Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Api, FileView } from '../../../rule';
import { says } from '../../06-processes/shared/apis';
import { startedFrom } from '../../shared/started-from';
import { isAdminFile } from '../shared/migrations';

/** Functions that are called by hand or by a command, not at the start. */
const BY_HAND =
  /migrat|upgrade|seed|reset|drop|install|setup|command|cli|deploy|refresh|import|export|restore|backup|dump|test|init_?db|create_?(?:db|tables|all)|initdb|sync_?db/i;

type Test = (call: CallFact, file: FileView, app: App) => boolean;

const EXIT =
  /^(?:process\.exit|sys\.exit|exit|os\.Exit|(?:java\.lang\.)?System\.exit|(?:System\.)?Environment\.Exit|std\.process\.exit)$/;

/** `if (migrate) { …; Environment.Exit(0); }`: a program that was asked to do this and no more. */
function endsWith({ callee, around = [], enclosure }: CallFact): boolean {
  return enclosure.inBranch && around.slice(around.lastIndexOf(callee) + 1).some((name) => EXIT.test(name));
}

/** A call that brings the schema up to date, in what the app's processes start. */
function migrating(what: string, calls: readonly string[], beside?: readonly string[], test?: Test): Api {
  return {
    calls,
    ...(beside ? { beside } : {}),
    callers: 'always',
    around: true,
    breach: (call, file, app) => {
      if (isAdminFile(file.path) || (BY_HAND.test(call.enclosure.fn ?? '') && !isCalledAtStart(call, file)))
        return undefined;
      if (call.enclosure.inDevelopment || endsWith(call)) return undefined;
      if (test && !test(call, file, app)) return undefined;
      return isStarted(file.path, app)
        ? { ...says(what, call.range), once: what, ...startedFrom(file.path, app) }
        : undefined;
    },
  };
}

/** Functions by which a program gets ready. */
const GETS_READY = /^(?:main|run|start|serve|launch|init|new|build|create_app|setup_app)/i;
/** Libraries that read commands: what a program does may be one of several. */
const COMMANDS = /^(?:clap|structopt|argh|github\.com\/(?:spf13\/cobra|urfave\/cli|alecthomas\/kong))\b/;

/** `migrate()` of a compiled program that its own start calls, in the same file. */
function isCalledAtStart({ callers = [] }: CallFact, { family, imports }: FileView): boolean {
  if ((family !== 'go' && family !== 'rust') || imports.some(({ module }) => COMMANDS.test(module)))
    return false;
  return callers.some(
    ({ enclosure: { fn = '', inBranch, inTest } }) => GETS_READY.test(fn) && !inBranch && !inTest,
  );
}

const named =
  (end: string): Test =>
  ({ callee }) =>
    callee.endsWith(end);
const isObject = (value: Value | undefined): boolean => value?.kind === 'object';
const runs =
  (pattern: RegExp): Test =>
  ({ args }) =>
    pattern.test(textOf(args[0]?.value) ?? '');

export const javascript: readonly Api[] = [
  migrating(
    'Sequelize’s sync',
    ['*.sync'],
    ['equelize'],
    ({ callee, args }) =>
      /(?:^|\.)\??(?:sequelize|Sequelize\(\)|db|database|models|connection)\.sync$/i.test(callee) ||
      isObject(args[0]?.value),
  ),
  migrating('TypeORM’s migration', ['*.runMigrations'], ['typeorm']),
  migrating('TypeORM’s schema synchronisation', ['*.synchronize'], ['typeorm']),
  migrating('Knex’s migration', ['*.latest'], ['migrate.latest'], named('migrate.latest')),
  migrating('Umzug’s migration', ['umzug.Umzug().up', 'umzug().up']),
  migrating(
    'MikroORM’s migration',
    ['*.up', '*.updateSchema'],
    ['getMigrator', 'getSchemaGenerator'],
    ({ callee }) => /get(?:Migrator|SchemaGenerator)\(\)\.\w+$/.test(callee),
  ),
  migrating(
    'Drizzle’s migration',
    ['node-postgres', 'postgres-js', 'mysql2', 'neon-http', 'better-sqlite3', 'libsql', 'pglite'].map(
      (one) => `drizzle-orm/${one}/migrator.migrate`,
    ),
  ),
  migrating('The migration', ['node-pg-migrate', 'node-pg-migrate.default', 'node-pg-migrate.runner']),
  migrating(
    'The migration',
    ['child_process.exec', 'child_process.execSync'],
    undefined,
    runs(
      /\b(?:prisma (?:migrate deploy|db push)|sequelize(?:-cli)? db:migrate|knex migrate:latest|typeorm migration:run)\b/,
    ),
  ),
];

export const python: readonly Api[] = [
  migrating('create_all', ['*.create_all'], ['create_all'], ({ callee }) =>
    /(?:^|\.)\??(?:db|database|metadata|\w*Base(?:\.metadata)?|SQLModel\.metadata|SQLAlchemy\(\))\.create_all$/.test(
      callee,
    ),
  ),
  migrating('Alembic’s upgrade', ['alembic.command.upgrade', 'flask_migrate.upgrade']),
  migrating(
    'Django’s migrate',
    ['django.core.management.call_command'],
    undefined,
    (call, file, app) =>
      runs(/^migrate$/)(call, file, app) && /(?:^|\/)(?:apps|wsgi|asgi|__init__)\.py$/.test(file.path),
  ),
  migrating('Tortoise’s generate_schemas', ['tortoise.Tortoise.generate_schemas']),
  migrating('create_tables', ['*.create_tables'], ['peewee', 'playhouse']),
];

export const ruby: readonly Api[] = [
  migrating('Active Record’s migration', [
    'ActiveRecord.Migrator.migrate',
    'ActiveRecord.Migrator.up',
    'ActiveRecord.Tasks.DatabaseTasks.migrate',
    'ActiveRecord.MigrationContext.new().migrate',
    'ActiveRecord.Base.connection.migration_context.migrate',
  ]),
  migrating('Sequel’s migration', ['Sequel.Migrator.run']),
  migrating('DataMapper’s upgrade', ['DataMapper.auto_upgrade!', 'DataMapper.auto_migrate!']),
];

export const php: readonly Api[] = [
  migrating(
    'Laravel’s migrate',
    ['Illuminate.Support.Facades.Artisan.call', 'Artisan.call'],
    ['migrate'],
    (call, file, app) =>
      runs(/^migrate(?::\w+)?\b/)(call, file, app) && /(?:^|\/)Providers\//.test(file.path),
  ),
  migrating('Doctrine’s SchemaTool', [
    'Doctrine.ORM.Tools.SchemaTool().updateSchema',
    'Doctrine.ORM.Tools.SchemaTool().createSchema',
  ]),
];

export const java: readonly Api[] = [
  migrating('Flyway’s migration', ['*.migrate'], ['org.flywaydb'], ({ callee }) =>
    /Flyway(?:\(\))?\.migrate$|\.load\(\)\.migrate$|flyway\.migrate$/i.test(callee),
  ),
  migrating('Exposed’s SchemaUtils', ['org.jetbrains.exposed.sql.SchemaUtils.create']),
];

export const go: readonly Api[] = [
  migrating('AutoMigrate', ['*.AutoMigrate'], ['gorm']),
  migrating('Goose’s Up', [
    'github.com/pressly/goose.Up',
    'github.com/pressly/goose.UpContext',
    'github.com/pressly/goose/v3.Up',
    'github.com/pressly/goose/v3.UpContext',
  ]),
  migrating(
    'The migration',
    ['*.Up'],
    ['golang-migrate/migrate'],
    ({ callee, args }) => args.length === 0 && !/goose/.test(callee),
  ),
  migrating('Ent’s Schema.Create', ['*.Create'], ['Schema.Create('], named('Schema.Create')),
  migrating('The migration', ['github.com/rubenv/sql-migrate.Exec']),
  migrating(
    'Xorm’s Sync',
    ['*.Sync', '*.Sync2'],
    ['xorm.io/xorm', 'go-xorm/xorm'],
    ({ args }) => args.length > 0,
  ),
];

/** What a start runs is named for it; a database may also be made for each tenant, when it is first asked for. */
const START = /main|program|start|run|exec|configur|initiali[sz]|\binit|apply|\buse[A-Z]|boot|host|set_?up/i;

const csharpStart =
  (callee: RegExp): Test =>
  (call, file) =>
    callee.test(call.callee) &&
    (call.enclosure.topLevel ||
      START.test(call.enclosure.fn ?? '') ||
      START.test(file.path.slice(file.path.lastIndexOf('/') + 1)));

export const csharp: readonly Api[] = [
  migrating(
    'Database.Migrate',
    ['*.Migrate', '*.MigrateAsync'],
    ['Database.Migrate'],
    csharpStart(/Database\.Migrate(?:Async)?$/),
  ),
  migrating(
    'EnsureCreated',
    ['*.EnsureCreated', '*.EnsureCreatedAsync'],
    undefined,
    csharpStart(/Database\.EnsureCreated(?:Async)?$/),
  ),
  migrating('FluentMigrator’s MigrateUp', ['*.MigrateUp'], ['FluentMigrator']),
  migrating('DbUp’s upgrade', ['*.PerformUpgrade'], ['DbUp']),
];

export const rust: readonly Api[] = [
  migrating('Diesel’s migration', ['*.run_pending_migrations']),
  migrating('SQLx’s migration', [
    'sqlx.migrate().run',
    'sqlx.migrate!().run',
    'sqlx.migrate.Migrator.new().run',
  ]),
  migrating('SeaORM’s migration', ['migration.Migrator.up', 'Migrator.up']),
];
