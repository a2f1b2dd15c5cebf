import type { ProcessSuggestion } from '../../suggestion';
import type { AppView } from '../../view';

/** What a Python server is given: `shop.wsgi:application`, found from a folder such as `src/`. */
export interface PythonApp {
  readonly target: string;
  readonly folder: string;
  readonly kind: 'wsgi' | 'asgi';
  readonly why: string;
}

interface Server {
  readonly name: string;
  /** The option by which it is told the folder of the module. */
  readonly folder: string;
  command(target: string): string;
}

const GUNICORN: Server = {
  name: 'gunicorn',
  folder: '--chdir',
  command: (target) => `gunicorn ${target} --bind 0.0.0.0:$PORT`,
};
const UVICORN: Server = {
  name: 'uvicorn',
  folder: '--app-dir',
  command: (target) => `uvicorn ${target} --host 0.0.0.0 --port $PORT`,
};
const GUNICORN_UVICORN: Server = {
  ...GUNICORN,
  command: (target) => `gunicorn ${target} --worker-class uvicorn.workers.UvicornWorker --bind 0.0.0.0:$PORT`,
};
const WSGI: readonly Server[] = [
  GUNICORN,
  { name: 'waitress', folder: '', command: (target) => `waitress-serve --port=$PORT ${target}` },
];
const ASGI: readonly Server[] = [
  UVICORN,
  { name: 'hypercorn', folder: '', command: (target) => `hypercorn ${target} --bind 0.0.0.0:$PORT` },
  { name: 'daphne', folder: '', command: (target) => `daphne -b 0.0.0.0 -p $PORT ${target}` },
  {
    name: 'granian',
    folder: '--working-dir',
    command: (target) => `granian --interface asgi --host 0.0.0.0 --port $PORT ${target}`,
  },
];

/** The command of the server that the app declares; of the usual one where it declares none. */
export function serve(view: AppView, { target, folder, kind, why }: PythonApp): ProcessSuggestion {
  const server = serverOf(view, kind);
  const base = folder.replace(/\/$/, '');
  const command = server.command(target);
  if (base === '') return { type: 'web', command, why };
  const moved =
    server.folder === '' ? `cd ${base} && exec ${command}` : `${command} ${server.folder} ${base}`;
  return { type: 'web', command: moved, why };
}

function serverOf(view: AppView, kind: PythonApp['kind']): Server {
  const declared = (kind === 'asgi' ? ASGI : WSGI).find(({ name }) => view.declares(name));
  if (kind === 'wsgi') return declared ?? GUNICORN;
  const both = view.declares('gunicorn') && view.declares('uvicorn');
  return both ? GUNICORN_UVICORN : (declared ?? UVICORN);
}
