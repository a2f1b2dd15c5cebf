import type { AdminKind, AdminProcess } from './admin-process';
import type { Surroundings } from './surroundings';

/** The admin processes that a framework or tool brings. */
interface Framework {
  /** The file that tells it is there; undefined where it is not. */
  source(app: Surroundings): string | undefined;
  /** Name, command, kind and what it does. */
  readonly processes: readonly (readonly [
    name: string,
    command: (app: Surroundings) => string,
    kind: AdminKind,
    detail: string,
  ])[];
}

const manifestOf = (app: Surroundings, ...files: readonly string[]): string | undefined =>
  files.find(app.has);
const pythonManifest = (app: Surroundings) =>
  manifestOf(app, 'pyproject.toml', 'requirements.txt', 'Pipfile', 'setup.cfg', 'setup.py');
const ifDepends = (
  app: Surroundings,
  file: string | undefined,
  ...names: readonly string[]
): string | undefined => (app.depends(...names) ? file : undefined);
const rails = (app: Surroundings): string => (app.has('bin/rails') ? 'bin/rails' : `${app.inBundle}rails`);
const node =
  (command: string) =>
  (app: Surroundings): string =>
    `${app.inNode}${command}`;
const python =
  (command: string) =>
  (app: Surroundings): string =>
    `${app.inPython}${command}`;
const manage =
  (command: string) =>
  (app: Surroundings): string =>
    `${app.python} manage.py ${command}`;

const frameworks: readonly Framework[] = [
  {
    // Flask apps have a manage.py of their own making.
    source: (app) =>
      app.depends('django') || !app.depends('flask') ? manifestOf(app, 'manage.py') : undefined,
    processes: [
      ['migrate', manage('migrate'), 'migration', 'Apply database migrations'],
      ['shell', manage('shell'), 'console', 'Python shell of the app'],
      ['dbshell', manage('dbshell'), 'console', 'Shell of the database'],
      ['createsuperuser', manage('createsuperuser'), 'task', 'Create a superuser'],
      ['check --deploy', manage('check --deploy'), 'task', 'Check the settings for production'],
    ],
  },
  {
    source: (app) => ifDepends(app, pythonManifest(app), 'flask-migrate'),
    processes: [['db upgrade', python('flask db upgrade'), 'migration', 'Apply database migrations']],
  },
  {
    source: (app) => ifDepends(app, pythonManifest(app), 'flask'),
    processes: [['shell', python('flask shell'), 'console', 'Python shell of the app']],
  },
  {
    source: (app) => manifestOf(app, 'alembic.ini'),
    processes: [['upgrade head', python('alembic upgrade head'), 'migration', 'Apply database migrations']],
  },
  {
    source: (app) => manifestOf(app, 'bin/rails', 'config/application.rb'),
    processes: [
      ['db:migrate', (app) => `${rails(app)} db:migrate`, 'migration', 'Apply database migrations'],
      ['db:seed', (app) => `${rails(app)} db:seed`, 'task', 'Load the seed data'],
      ['console', (app) => `${rails(app)} console`, 'console', 'Ruby console of the app'],
      ['dbconsole', (app) => `${rails(app)} dbconsole`, 'console', 'Console of the database'],
    ],
  },
  {
    source: (app) => manifestOf(app, 'artisan'),
    processes: [
      ['migrate', () => 'php artisan migrate', 'migration', 'Apply database migrations'],
      ['db:seed', () => 'php artisan db:seed', 'task', 'Load the seed data'],
      ['tinker', () => 'php artisan tinker', 'console', 'PHP console of the app'],
    ],
  },
  {
    source: (app) => (app.has('bin/console') && app.has('composer.json') ? 'bin/console' : undefined),
    processes: [
      [
        'doctrine:migrations:migrate',
        () => 'php bin/console doctrine:migrations:migrate',
        'migration',
        'Apply database migrations',
      ],
    ],
  },
  {
    source: (app) => ifDepends(app, 'package.json', 'prisma', '@prisma/client'),
    processes: [
      ['prisma migrate deploy', node('prisma migrate deploy'), 'migration', 'Apply database migrations'],
    ],
  },
  {
    source: (app) => ifDepends(app, 'package.json', 'knex'),
    processes: [
      ['knex migrate:latest', node('knex migrate:latest'), 'migration', 'Apply database migrations'],
    ],
  },
  {
    source: (app) => ifDepends(app, 'package.json', 'sequelize-cli'),
    processes: [
      ['sequelize db:migrate', node('sequelize-cli db:migrate'), 'migration', 'Apply database migrations'],
    ],
  },
  {
    source: (app) => ifDepends(app, 'package.json', 'drizzle-kit'),
    processes: [
      ['drizzle-kit migrate', node('drizzle-kit migrate'), 'migration', 'Apply database migrations'],
    ],
  },
  {
    source: (app) => ifDepends(app, 'package.json', 'node-pg-migrate'),
    processes: [['node-pg-migrate up', node('node-pg-migrate up'), 'migration', 'Apply database migrations']],
  },
  {
    source: (app) => manifestOf(app, 'diesel.toml'),
    processes: [
      ['diesel migration run', () => 'diesel migration run', 'migration', 'Apply database migrations'],
    ],
  },
];

export function frameworkProcesses(app: Surroundings): AdminProcess[] {
  return frameworks.flatMap(({ source, processes }) => {
    const found = source(app);
    if (found === undefined) return [];
    return processes.map(([name, command, kind, detail]) => ({
      name,
      command: command(app),
      kind,
      detail,
      source: found,
    }));
  });
}
