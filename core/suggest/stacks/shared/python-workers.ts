import type { ProcessSuggestion } from '../../suggestion';
import type { AppView } from '../../view';

/** Celery's worker, and its scheduler where the app keeps a schedule in a backing service. */
export function celery(view: AppView, project: string | undefined): ProcessSuggestion[] {
  if (!view.declares('celery')) return [];
  const app = celeryApp(view) ?? project;
  if (app === undefined) return [];
  const why = `Celery app ${app}`;
  const worker = { type: 'worker', command: `celery --app ${app} worker --loglevel info`, why };
  if (!view.declares('django-celery-beat', 'celery-redbeat', 'sqlalchemy-celery-beat')) return [worker];
  return [worker, { type: 'clock', command: `celery --app ${app} beat --loglevel info`, why }];
}

/** `shop` for `shop/celery.py`; a module by one of the usual names that imports Celery. */
function celeryApp(view: AppView): string | undefined {
  const [own] = view.files(/(?:^|\/)celery\.py$/);
  if (own !== undefined && own !== 'celery.py')
    return moduleOf(own.slice(0, -'/celery.py'.length).replace(/^src\//, ''));
  const [file] = view
    .importing('celery')
    .filter((path) => /(?:^|\/)(?:celery_?app|celery_worker|celery_config|worker|tasks|app)\.py$/.test(path));
  return file === undefined ? undefined : moduleOf(file.slice(0, -'.py'.length));
}

/** Other queues; `manage` is Django's manage.py. */
export function queues(view: AppView, manage: string | undefined): ProcessSuggestion[] {
  const found: ProcessSuggestion[] = [];
  const add = (command: string, why: string, type = 'worker') => found.push({ type, command, why });
  const django = (command: string) => `python ${manage} ${command}`;
  if (manage !== undefined) {
    if (view.declares('django-rq')) add(django('rqworker'), 'django-rq');
    if (view.declares('django-dramatiq')) add(django('rundramatiq'), 'django-dramatiq');
    if (view.declares('django-q', 'django-q2')) add(django('qcluster'), 'Django Q');
    if (view.declares('django-background-tasks')) add(django('process_tasks'), 'django-background-tasks');
    if (view.declares('django-tasks', 'django-tasks-db')) add(django('db_worker'), 'Django’s tasks');
  }
  if (view.declares('rq') && !view.declares('django-rq')) add('rq worker --url $REDIS_URL', 'RQ');
  const module = (...names: readonly string[]) => importer(view, names);
  const dramatiq = module('dramatiq');
  if (dramatiq && view.declares('dramatiq') && !view.declares('django-dramatiq'))
    add(`dramatiq ${dramatiq}`, `Actors in ${dramatiq}`);
  const huey = module('huey');
  if (huey && view.declares('huey'))
    add(manage === undefined ? `huey_consumer ${huey}.huey` : django('run_huey'), 'Huey');
  const arq = module('arq');
  if (arq && view.declares('arq')) add(`arq ${arq}.WorkerSettings`, `arq settings in ${arq}`);
  const clock = view
    .importing('apscheduler')
    .find((path) => /^(?:clock|scheduler|cron|jobs)\.py$/.test(path));
  if (clock !== undefined) add(`python ${clock}`, `APScheduler in ${clock}`, 'clock');
  return found;
}

function importer(view: AppView, modules: readonly string[]): string | undefined {
  const [file] = view
    .importing(...modules)
    .filter((path) => /(?:^|\/)(?:tasks?|worker|actors?|jobs?|queue|huey_?app)\.py$/.test(path));
  return file === undefined ? undefined : moduleOf(file.slice(0, -'.py'.length));
}

function moduleOf(path: string): string {
  return path.replaceAll('/', '.');
}
