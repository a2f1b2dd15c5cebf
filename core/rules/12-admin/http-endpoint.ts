import type { CallFact } from '../../facts/fact';
import { textOf } from '../../facts/values';
import { type Api, defineRule, notAppCode, notServices } from '../../rule';

const TASK =
  /^(?:migrate|db:|loaddata|flush|clearsessions|createsuperuser|collectstatic|(?:cache|config|route|view|event):(?:cache|clear)|optimize|queue:restart|schema:)/;

type Test = (call: CallFact) => boolean;

/** A call that does the work of an admin task, in what answers requests. */
function inHandler(
  what: string,
  calls: readonly string[],
  beside?: readonly string[],
  test?: Test,
  path?: RegExp,
): Api {
  return {
    calls,
    ...(beside ? { beside } : {}),
    breach: (call, file) => {
      const answers = call.enclosure.handler !== undefined || path?.test(file.path) === true;
      return answers && (!test || test(call))
        ? { range: call.range, words: { what }, once: what }
        : undefined;
    },
  };
}

const runsTask: Test = ({ args }) => TASK.test(textOf(args[0]?.value) ?? '');
const ends =
  (pattern: RegExp): Test =>
  ({ callee }) =>
    pattern.test(callee);

export default defineRule({
  id: 'admin/http-endpoint',
  title: 'Admin task behind an HTTP route',
  severity: 'information',
  message:
    '{what} runs in answer to a request. Run it as a one-off process, where its time, its rights and its output are its own.',
  skip: notAppCode,
  skipApps: notServices,
  calls: {
    javascript: [
      inHandler(
        'Sequelize’s sync',
        ['*.sync'],
        ['equelize'],
        ends(/(?:sequelize|Sequelize\(\)|db|models)\.sync$/i),
      ),
      inHandler('Knex’s migration', ['*.latest'], ['migrate.latest'], ends(/migrate\.latest$/)),
      inHandler('TypeORM’s migration', ['*.runMigrations'], ['typeorm']),
      inHandler('This command', ['child_process.exec', 'child_process.execSync'], undefined, ({ args }) =>
        /\b(?:migrate|db:|seed)\b/.test(textOf(args[0]?.value) ?? ''),
      ),
    ],
    python: [
      inHandler(
        'This command',
        ['django.core.management.call_command'],
        undefined,
        runsTask,
        /(?:^|\/)views(?:\/\w+)?\.py$/,
      ),
      inHandler(
        'create_all',
        ['*.create_all', '*.drop_all'],
        ['create_all', 'drop_all'],
        ends(/(?:db|metadata)\.\w+$/),
      ),
      inHandler('Alembic’s upgrade', ['alembic.command.upgrade', 'flask_migrate.upgrade']),
    ],
    ruby: [
      inHandler('This task', ['*.invoke'], ['Rake::Task'], ends(/Rake\.Task/), /_controller\.rb$/),
      inHandler(
        'The migration',
        ['ActiveRecord.Migrator.migrate', 'Rails.application.load_tasks'],
        undefined,
        undefined,
        /_controller\.rb$/,
      ),
    ],
    php: [
      inHandler(
        'This command',
        ['Illuminate.Support.Facades.Artisan.call', 'Artisan.call', 'Artisan.queue'],
        undefined,
        runsTask,
        /(?:^|\/)routes\/(?:web|api)\.php$|(?:^|\/)Controllers\//,
      ),
    ],
    java: [
      inHandler(
        'Flyway’s migration',
        ['*.migrate'],
        ['flywaydb'],
        ends(/(?:flyway|load\(\)|Flyway\(\))\.migrate$/i),
      ),
      inHandler('Flyway’s clean', ['*.clean'], ['flywaydb'], ends(/flyway(?:\(\))?\.clean$/i)),
    ],
    go: [inHandler('AutoMigrate', ['*.AutoMigrate'], ['gorm'])],
    csharp: [
      inHandler(
        'The migration',
        ['*.Migrate', '*.MigrateAsync', '*.EnsureCreated', '*.EnsureDeleted', '*.EnsureDeletedAsync'],
        ['Database.'],
        ends(/Database\.\w+$/),
      ),
    ],
    rust: [inHandler('The migration', ['*.run_pending_migrations'])],
  },
  notFor: { shell: 'A script answers no requests.' },
});
