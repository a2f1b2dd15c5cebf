import type { Program } from '../procfile/program';

/** What a process is there for. */
export type Purpose = 'web' | 'worker' | 'clock' | 'release' | 'other';

/** A server or a library that takes requests or jobs. */
export interface Runner {
  readonly name: string;
  readonly serves: Purpose;
  /** Whether it finishes its work on SIGTERM by itself; undefined where that depends on more. */
  readonly drains: boolean | undefined;
}

interface Known extends Runner {
  readonly program: RegExp;
  /** A word that must stand behind the program. */
  readonly word?: RegExp;
}

/**
 * Programs that run an app. Whether they drain is from their own documentation: Thin and Unicorn stop at once on TERM
 * and gracefully on QUIT, waitress and Resque have no graceful stop on TERM, Huey's is on INT.
 */
const RUNNERS: readonly Known[] = [
  { program: /^gunicorn$/, name: 'Gunicorn', serves: 'web', drains: true },
  { program: /^uvicorn$/, name: 'Uvicorn', serves: 'web', drains: true },
  { program: /^fastapi$/, word: /^run$/, name: 'Uvicorn', serves: 'web', drains: true },
  { program: /^hypercorn$/, name: 'Hypercorn', serves: 'web', drains: true },
  { program: /^daphne$/, name: 'Daphne', serves: 'web', drains: true },
  { program: /^granian$/, name: 'Granian', serves: 'web', drains: true },
  { program: /^uwsgi$/, name: 'uWSGI', serves: 'web', drains: undefined },
  { program: /^waitress-serve$/, name: 'Waitress', serves: 'web', drains: false },
  { program: /^flask$/, word: /^run$/, name: 'Flask’s development server', serves: 'web', drains: false },
  {
    program: /^(?:manage\.py|django-admin)$/,
    word: /^runserver$/,
    name: 'Django’s development server',
    serves: 'web',
    drains: false,
  },
  { program: /^puma$/, name: 'Puma', serves: 'web', drains: true },
  { program: /^pumactl$/, name: 'Puma', serves: 'web', drains: true },
  { program: /^rails$/, word: /^(?:s|server)$/, name: 'Rails server', serves: 'web', drains: true },
  { program: /^unicorn(?:_rails)?$/, name: 'Unicorn', serves: 'web', drains: false },
  { program: /^thin$/, name: 'Thin', serves: 'web', drains: false },
  { program: /^falcon$/, name: 'Falcon', serves: 'web', drains: true },
  { program: /^passenger$/, name: 'Passenger', serves: 'web', drains: true },
  { program: /^rackup$/, name: 'rackup', serves: 'web', drains: undefined },
  { program: /^next$/, word: /^start$/, name: 'Next.js', serves: 'web', drains: true },
  { program: /^heroku-php-(?:apache2|nginx)$/, name: 'PHP-FPM', serves: 'web', drains: true },
  { program: /^php-fpm[\d.]*$/, name: 'PHP-FPM', serves: 'web', drains: undefined },
  { program: /^apache2-foreground$/, name: 'Apache', serves: 'web', drains: true },
  { program: /^frankenphp$/, name: 'FrankenPHP', serves: 'web', drains: true },
  { program: /^rr$/, name: 'RoadRunner', serves: 'web', drains: true },
  { program: /^artisan$/, word: /^octane:start$/, name: 'Laravel Octane', serves: 'web', drains: true },
  { program: /^artisan$/, word: /^serve$/, name: 'PHP’s development server', serves: 'web', drains: false },
  { program: /^celery$/, word: /^beat$/, name: 'Celery beat', serves: 'clock', drains: true },
  { program: /^celery$/, word: /^worker$/, name: 'Celery', serves: 'worker', drains: true },
  { program: /^rq(?:worker)?$/, name: 'RQ', serves: 'worker', drains: true },
  { program: /^dramatiq$/, name: 'Dramatiq', serves: 'worker', drains: true },
  { program: /^arq$/, name: 'arq', serves: 'worker', drains: true },
  { program: /^taskiq$/, word: /^worker$/, name: 'Taskiq', serves: 'worker', drains: true },
  { program: /^huey_consumer(?:\.py)?$/, name: 'Huey', serves: 'worker', drains: false },
  { program: /^manage\.py$/, word: /^run_huey$/, name: 'Huey', serves: 'worker', drains: false },
  {
    program: /^manage\.py$/,
    word: /^(?:rqworker|qcluster|process_tasks|db_worker)$/,
    name: 'Django worker',
    serves: 'worker',
    drains: true,
  },
  { program: /^sidekiq$/, name: 'Sidekiq', serves: 'worker', drains: true },
  { program: /^good_job$/, name: 'GoodJob', serves: 'worker', drains: true },
  { program: /^shoryuken$/, name: 'Shoryuken', serves: 'worker', drains: undefined },
  {
    program: /^(?:rake|rails)$/,
    word: /^(?:environment )?resque:work(?:ers)?$/,
    name: 'Resque',
    serves: 'worker',
    drains: false,
  },
  {
    program: /^(?:rake|rails|jobs)$/,
    word: /^(?:solid_queue:start|start)$/,
    name: 'Solid Queue',
    serves: 'worker',
    drains: true,
  },
  { program: /^(?:rake|rails)$/, word: /^jobs:work$/, name: 'Delayed Job', serves: 'worker', drains: true },
  { program: /^delayed_job$/, name: 'Delayed Job', serves: 'worker', drains: true },
  { program: /^clockwork$/, name: 'Clockwork', serves: 'clock', drains: true },
  {
    program: /^artisan$/,
    word: /^(?:queue:work|queue:listen|horizon)$/,
    name: 'Laravel’s queue worker',
    serves: 'worker',
    drains: true,
  },
  {
    program: /^artisan$/,
    word: /^schedule:work$/,
    name: 'Laravel’s scheduler',
    serves: 'clock',
    drains: true,
  },
  {
    program: /^console$/,
    word: /^messenger:consume$/,
    name: 'Symfony Messenger',
    serves: 'worker',
    drains: true,
  },
];

/** Programs that only read another one's name: `python manage.py …`, `php artisan …`, `ruby bin/rails …`. */
const INTERPRETERS = /^(?:python[\d.]*|php[\d.]*|ruby|bash|sh)$/;

/** The server or worker that a program is, if it is a known one. */
export function runnerOf({ name, args }: Program): Runner | undefined {
  const [first, second] = args;
  const module = INTERPRETERS.test(name) && first?.text === '-m';
  const script = INTERPRETERS.test(name) ? (module ? second : first) : undefined;
  const program = script ? script.text.slice(script.text.lastIndexOf('/') + 1) : name;
  const rest = script ? args.slice(args.indexOf(script) + 1) : args;
  const found = RUNNERS.find(
    (one) => one.program.test(program) && (!one.word || rest.some(({ text }) => one.word?.test(text))),
  );
  return found && { name: found.name, serves: found.serves, drains: found.drains };
}
