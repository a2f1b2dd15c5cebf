import type { App } from '../../../app';
import type { Breach } from '../../../rule';

const FRAMEWORKS = new Set(['flask', 'django', 'falcon', 'pyramid', 'fastapi', 'starlette']);
const SERVERS = new Set(
  `gunicorn uvicorn hypercorn daphne waitress uwsgi pyuwsgi gevent eventlet cherrypy cheroot tornado bjoern meinheld
  granian nginx-unit mod-wsgi robyn zappa mangum apig-wsgi aws-wsgi serverless-wsgi fastapi-cli`.split(/\s+/),
);
const SERVER_COMMAND =
  /\b(?:gunicorn|uvicorn|hypercorn|daphne|waitress|uwsgi|granian|mod_wsgi|runserver|flask run|fastapi|nginx)\b/;

/** A Python framework without a server, where a Procfile or an image says that the app is deployed as processes. */
export function withoutServer(path: string, app: App): Breach[] {
  const manifest = app.manifests.find((one) => one.path === path);
  const deployed = app.commands.some(
    ({ role, path: from }) => role === 'run' && !from.endsWith('package.json'),
  );
  if (manifest?.ecosystem !== 'pypi' || !deployed) return [];
  const all = [...app.manifests, ...app.manifestsAbove].flatMap(({ dependencies }) => dependencies);
  const incomplete = app.manifests.some(
    ({ problem, includes }) => problem !== undefined || includes.some((one) => !app.tree.paths.has(one)),
  );
  if (incomplete || all.some(({ name }) => SERVERS.has(name))) return [];
  if (app.commands.some(({ command }) => SERVER_COMMAND.test(command.text))) return [];
  // `fastapi[standard]` and `uvicorn[standard]` bring a server; extras are not part of the name.
  const framework = manifest.dependencies.find(
    ({ name, kind }) => kind === 'runtime' && FRAMEWORKS.has(name),
  );
  if (!framework || framework.name === 'fastapi') return [];
  return [
    {
      range: framework.nameRange,
      words: { app: framework.name, how: 'declare gunicorn, uvicorn or waitress' },
      repair: { server: framework.name === 'starlette' ? 'uvicorn' : 'gunicorn' },
    },
  ];
}
