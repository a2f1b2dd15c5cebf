import type { Ecosystem } from '../../../manifest';

/** The packages that bring a program, the usual one first; a name that ends in `*` stands for all that start so. */
export interface Provided {
  readonly ecosystem: Ecosystem;
  readonly packages: readonly [string, ...string[]];
}

const PYPI = `
gunicorn: gunicorn mlflow apache-airflow apache-superset uvicorn-worker
uvicorn: uvicorn fastapi-cli fastapi-slim chainlit nicegui reflex mlflow prefect datasette litestar mcp fastmcp chromadb ray bentoml gradio marimo langserve langgraph-api
hypercorn: hypercorn quart
daphne: daphne channels
granian: granian reflex emmett
waitress-serve: waitress mlflow
celery: celery django-celery flower django-celery-beat django-celery-results
flower: flower
flask: flask flask-* dash apache-airflow mlflow
fastapi: fastapi fastapi-cli
streamlit: streamlit
chainlit: chainlit
sanic: sanic
rq: rq django-rq flask-rq2 rq-scheduler rq-dashboard
rqworker: rq django-rq flask-rq2
dramatiq: dramatiq django-dramatiq flask-dramatiq
huey_consumer: huey
huey_consumer.py: huey
arq: arq
alembic: alembic flask-migrate flask-alembic
newrelic-admin: newrelic
mitmdump: mitmproxy
voila: voila
`;

const RUBYGEMS = `
puma: puma
unicorn: unicorn unicorn-rails
unicorn_rails: unicorn unicorn-rails
thin: thin
falcon: falcon
passenger: passenger
sidekiq: sidekiq sidekiq-pro sidekiq-ent
clockwork: clockwork
good_job: good_job
que: que que-*
shoryuken: shoryuken
rails: rails railties
rackup: rack rackup rails sinatra hanami roda puma
`;

const NPM = `
next: next
nuxt: nuxt nuxt3
nodemon: nodemon
ts-node: ts-node
ts-node-dev: ts-node-dev
tsx: tsx
pm2: pm2
pm2-runtime: pm2
forever: forever
supervisor: supervisor
concurrently: concurrently
serve: serve
http-server: http-server
json-server: json-server
prisma: prisma
knex: knex
sequelize: sequelize-cli
sequelize-cli: sequelize-cli
typeorm: typeorm
drizzle-kit: drizzle-kit
gatsby: gatsby gatsby-cli
vite: vite
nest: @nestjs/cli
strapi: @strapi/strapi strapi
react-scripts: react-scripts
remix-serve: @remix-run/serve
coffee: coffeescript coffee-script
babel-node: @babel/node babel-cli
cross-env: cross-env
env-cmd: env-cmd
`;

/** Programs that a package of an ecosystem brings, by their names. */
export const PROGRAMS: ReadonlyMap<string, Provided> = new Map([
  ...rows(PYPI, 'pypi'),
  ...rows(RUBYGEMS, 'rubygems'),
  ...rows(NPM, 'npm'),
]);

function rows(table: string, ecosystem: Ecosystem): [string, Provided][] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [program = '', names = ''] = line.split(': ');
      const [first = '', ...others] = names.split(' ');
      return [program, { ecosystem, packages: [first, ...others] }];
    });
}
