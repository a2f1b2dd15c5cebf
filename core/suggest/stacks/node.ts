import { idleConsumers } from '../../entry/consumers';
import type { Script } from '../../manifest';
import { defineStack, type ProcessSuggestion } from '../suggestion';
import type { AppView } from '../view';
import { packageManager, scriptsOf } from './shared/npm';

/** Node programs by the scripts of package.json, else by their usual files; workers, clocks and migrations. */
export default defineStack({
  id: 'node',
  comesLast: true,
  suggest: (view) => (view.has('package.json') ? [...web(view), ...release(view), ...others(view)] : []),
});

const DEVELOPMENT =
  /(?:^|[\s/])(?:nodemon|ts-node(?:-dev)?|tsx\s+watch|react-scripts start|vue-cli-service serve|ng serve|vite|webpack(?:-dev-server)?\s|parcel|gulp|grunt|next dev|nuxt dev|nest start(?! --)|supervisor|concurrently)(?:\s|$)/;

function web(view: AppView): ProcessSuggestion[] {
  const scripts = scriptsOf(view);
  const found: ProcessSuggestion[] = [];
  for (const name of ['start:prod', 'start:production', 'serve:prod', 'start', 'serve']) {
    const script = scripts.find((one) => one.name === name);
    if (script && !DEVELOPMENT.test(script.command.text)) found.push(fromScript(view, script, 'web'));
  }
  const server = view.first('server.js', 'app.js', 'index.js', 'bin/www', 'src/server.js', 'src/index.js');
  const serves = view.declares(
    'express',
    'koa',
    'fastify',
    '@hapi/hapi',
    'polka',
    'hono',
    'restify',
    'ws',
    'socket.io',
  );
  if (found.length === 0 && server !== undefined && serves)
    found.push({ type: 'web', command: `node ${server}`, why: `Server in ${server}` });
  if (found.length === 0 && view.declares('@nestjs/core'))
    found.push({ type: 'web', command: 'node dist/main.js', why: 'Nest app, built' });
  return found;
}

/** What the script runs, where nothing but a plain program stands in it: then no package manager is in the way of signals. */
function fromScript(view: AppView, { name, command }: Script, type: string): ProcessSuggestion {
  const why = `Script ${name} of package.json`;
  const [only, second] = command.simple;
  const isPlain = only && !second && only.redirects.length === 0 && only.assignments.length === 0;
  if (isPlain && only.words[0]?.text === 'node' && !/[`$()]/.test(command.text))
    return { type, command: command.text.trim(), why };
  const manager = packageManager(view);
  const run = manager === 'npm' && name !== 'start' ? 'npm run' : manager === 'bun' ? 'bun run' : manager;
  return { type, command: `${run} ${name}`, why };
}

function others(view: AppView): ProcessSuggestion[] {
  const found: ProcessSuggestion[] = [];
  for (const script of scriptsOf(view)) {
    const [, type] = /^(?:start:|run:)?(worker|clock|scheduler|queue|cron)$/.exec(script.name) ?? [];
    if (type !== undefined && !DEVELOPMENT.test(script.command.text))
      found.push(fromScript(view, script, typeOf(type)));
  }
  const queue = view.declared(
    'bullmq',
    'bull',
    'bee-queue',
    'agenda',
    'kue',
    'graphile-worker',
    'pg-boss',
    'amqplib',
    'kafkajs',
  );
  for (const program of queue === undefined ? [] : idleConsumers(view.app)) {
    const command = starts(view, program);
    const why = `${queue} worker in ${program}`;
    if (command !== undefined) found.push({ type: 'worker', command, why, starts: program });
  }
  const worker = view.first(
    'worker.js',
    'src/worker.js',
    'workers/index.js',
    'jobs/worker.js',
    'dist/worker.js',
  );
  if (queue !== undefined && worker !== undefined)
    found.push({ type: 'worker', command: `node ${worker}`, why: `${queue} worker in ${worker}` });
  const clock = view.first('clock.js', 'cron.js', 'scheduler.js', 'src/clock.js', 'src/cron.js');
  if (clock !== undefined && view.declares('node-cron', 'cron', 'node-schedule', 'agenda'))
    found.push({ type: 'clock', command: `node ${clock}`, why: `Schedule in ${clock}` });
  return found;
}

/** The command that starts a program of the app: the script that names it, else Node for what needs no build. */
function starts(view: AppView, path: string): string | undefined {
  const own = view.app.root === '' ? path : path.slice(view.app.root.length + 1);
  const stem = own.replace(/\.[cm]?[jt]s$/, '');
  const named = scriptsOf(view).find(
    ({ name, command }) =>
      /^(?!dev\b)/.test(name) && !DEVELOPMENT.test(command.text) && command.text.includes(stem),
  );
  if (named) return fromScript(view, named, 'worker').command;
  if (/\.[cm]?js$/.test(own)) return `node ${own}`;
  return view.has('tsconfig.json') && own.startsWith('src/')
    ? `node dist/${stem.slice('src/'.length)}.js`
    : undefined;
}

function typeOf(script: string): string {
  if (script === 'queue') return 'worker';
  return script === 'cron' || script === 'scheduler' ? 'clock' : script;
}

function release(view: AppView): ProcessSuggestion[] {
  const found: ProcessSuggestion[] = [];
  const add = (command: string, why: string) => found.push({ type: 'release', command, why });
  const named = scriptsOf(view).find(({ name }) =>
    /^(?:db:)?migrat(?:e|ions?)(?::(?:up|deploy|prod|latest))?$/.test(name),
  );
  if (named) {
    const manager = packageManager(view);
    add(`${manager === 'npm' ? 'npm run' : manager} ${named.name}`, `Script ${named.name} of package.json`);
  }
  if (view.declares('prisma', '@prisma/client') && view.files(/(?:^|\/)prisma\/migrations\//).length > 0)
    add('npx prisma migrate deploy', 'Prisma’s migrations');
  if (view.declares('sequelize-cli') && view.files(/(?:^|\/)migrations\/[^/]*\.c?js$/).length > 0)
    add('npx sequelize-cli db:migrate', 'Sequelize’s migrations');
  if (view.declares('knex') && view.first('knexfile.js', 'knexfile.cjs', 'knexfile.ts') !== undefined)
    add('npx knex migrate:latest', 'Knex’s migrations');
  if (view.declares('drizzle-kit')) add('npx drizzle-kit migrate', 'Drizzle’s migrations');
  return found;
}
