import { defineStack, type ProcessSuggestion } from '../suggestion';
import type { AppView } from '../view';
import { type PythonApp, serve } from './shared/python-servers';
import { celery, queues } from './shared/python-workers';

/** Django, Flask, FastAPI and their kin, Streamlit, bots, Celery and other queues, migrations. */
export default defineStack({
  id: 'python',
  suggest: (view) => {
    const django = djangoOf(view);
    return [
      ...web(view, django),
      ...release(view, django),
      ...celery(view, django?.project),
      ...queues(view, django?.manage),
      ...programs(view),
      ...bots(view),
    ];
  },
});

/** A Django project: where its manage.py lies, and the package that holds its settings. */
interface Django {
  readonly manage: string;
  readonly folder: string;
  readonly project: string;
}

function djangoOf(view: AppView): Django | undefined {
  const manage = view.files(/(?:^|\/)manage\.py$/)[0];
  if (manage === undefined) return undefined;
  const folder = manage.slice(0, -'manage.py'.length);
  const settings = view
    .files(/(?:^|\/)(?:wsgi|asgi|settings)\.py$/)
    .find((path) => path.startsWith(folder) && path !== `${folder}settings.py`);
  const project = settings?.slice(folder.length).split('/').slice(0, -1).join('.');
  return project ? { manage, folder, project } : undefined;
}

function web(view: AppView, django: Django | undefined): ProcessSuggestion[] {
  const apps: PythonApp[] = django ? djangoApps(view, django) : [];
  if (!django) {
    const [asgi] = targets(view, ['fastapi', 'starlette', 'litestar', 'quart', 'blacksheep']);
    if (asgi) apps.push({ ...asgi, kind: 'asgi', why: `App in ${asgi.file}` });
    const [wsgi] = asgi ? [] : targets(view, ['flask', 'bottle', 'falcon', 'pyramid', 'dash']);
    if (wsgi) apps.push({ ...wsgi, kind: 'wsgi', why: `App in ${wsgi.file}` });
  }
  return [...apps.map((app) => serve(view, app)), ...streamlit(view)];
}

function djangoApps(view: AppView, { project, folder }: Django): PythonApp[] {
  const base = folder + project.replaceAll('.', '/');
  const why = `Django project ${project}`;
  const apps: PythonApp[] = [];
  const isAsync = view.declares('channels', 'daphne') || !view.has(`${base}/wsgi.py`);
  if (view.has(`${base}/asgi.py`) && isAsync)
    apps.push({ target: `${project}.asgi:application`, folder, kind: 'asgi', why });
  apps.push({ target: `${project}.wsgi:application`, folder, kind: 'wsgi', why });
  return apps;
}

const NAMES = ['asgi', 'wsgi', 'main', 'app', 'server', 'api', 'application', 'run', 'index'];

/** Modules by their usual names that import a framework; the object is called `app` by custom. */
function targets(view: AppView, modules: readonly string[]) {
  return view
    .importing(...modules)
    .filter((path) => path.endsWith('.py') && NAMES.includes(stem(path)))
    .sort((a, b) => depth(a) - depth(b) || NAMES.indexOf(stem(a)) - NAMES.indexOf(stem(b)))
    .map((file) => {
      const inSource = file.startsWith('src/');
      const path = inSource ? file.slice('src/'.length) : file;
      const module = path.slice(0, -'.py'.length).replaceAll('/', '.');
      return { target: `${module}:app`, folder: inSource ? 'src/' : '', file };
    });
}

function streamlit(view: AppView): ProcessSuggestion[] {
  const [file] = view.importing('streamlit');
  if (file === undefined || !view.declares('streamlit')) return [];
  const command = `streamlit run ${file} --server.port $PORT --server.address 0.0.0.0`;
  return [{ type: 'web', command, why: `Streamlit app in ${file}` }];
}

function release(view: AppView, django: Django | undefined): ProcessSuggestion[] {
  const found: ProcessSuggestion[] = [];
  if (django) {
    const command = `python ${django.manage} migrate --noinput`;
    found.push({ type: 'release', command, why: 'Django’s migrations' });
  }
  if (view.declares('flask-migrate'))
    found.push({ type: 'release', command: 'flask db upgrade', why: 'Flask-Migrate’s migrations' });
  else if (view.has('alembic.ini'))
    found.push({ type: 'release', command: 'alembic upgrade head', why: 'Alembic’s migrations' });
  return found;
}

/** Packages and scripts that are called like a process type. */
function programs(view: AppView): ProcessSuggestion[] {
  return view.files(/^(?:worker|clock|scheduler)(?:\/__main__)?\.py$/).map((path) => {
    const name = /^\w+/.exec(path)?.[0] ?? '';
    const command = path.includes('/') ? `python -m ${name}` : `python ${path}`;
    return { type: name === 'scheduler' ? 'clock' : name, command, why: `Python program in ${path}` };
  });
}

function bots(view: AppView): ProcessSuggestion[] {
  const [file] = view
    .importing('telegram', 'discord', 'aiogram', 'telebot', 'pyrogram', 'slack_bolt', 'nextcord', 'disnake')
    .filter((path) => /^(?:bot|main|app|run|start|__main__)\.py$/.test(path));
  return file === undefined ? [] : [{ type: 'worker', command: `python ${file}`, why: `Bot in ${file}` }];
}

function stem(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
}

function depth(path: string): number {
  return path.split('/').length;
}
