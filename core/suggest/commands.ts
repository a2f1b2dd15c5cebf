import type { ProcfileCompletion } from './completion';
import { packageManager, scriptsOf } from './stacks/shared/npm';
import type { AppView } from './view';

export type Proposal = Omit<ProcfileCompletion, 'range'>;

/** Every command that the project itself can run. */
export function projectCommands(view: AppView): Proposal[] {
  const commands: Proposal[] = [];
  const add = (label: string, kind: Proposal['kind'], detail: string) =>
    commands.push({ label, newText: label, kind, detail, rank: 200 + commands.length });
  const manager = packageManager(view);
  const run = manager === 'npm' ? 'npm run' : manager === 'bun' ? 'bun run' : manager;
  for (const { name, command } of scriptsOf(view)) {
    const label = manager === 'npm' && name === 'start' ? 'npm start' : `${run} ${name}`;
    add(label, 'script', shortened(command.text));
  }
  for (const path of binStubs(view)) add(path, 'file', 'Program of the project');
  const [manage] = view.files(/(?:^|\/)manage\.py$/);
  if (manage !== undefined)
    for (const name of manageCommands(view)) add(`python ${manage} ${name}`, 'task', 'Django command');
  for (const name of rakeTasks(view)) add(`bundle exec rake ${name}`, 'task', 'Rake task');
  if (view.has('artisan'))
    for (const name of artisanCommands(view)) add(`php artisan ${name}`, 'task', 'Artisan command');
  return commands;
}

/** Programs and scripts that lie in the folders where a project keeps its own. */
export function binStubs(view: AppView): string[] {
  return view.files(/^(?:bin|script|scripts)\/[\w-]+(?:\.sh)?$|^[\w-]+\.sh$/).slice(0, 50);
}

const DJANGO = ['migrate', 'collectstatic', 'createsuperuser', 'shell', 'runserver', 'check'];
const RQ = ['rqworker', 'rqscheduler'];

/** The project's own, then those of Django and of declared packages. */
export function manageCommands(view: AppView): string[] {
  const own = view
    .files(/(?:^|\/)management\/commands\/[a-z]\w*\.py$/)
    .map((path) => path.slice(path.lastIndexOf('/') + 1, -'.py'.length));
  const brought = [
    ...(view.declares('django-rq') ? RQ : []),
    ...(view.declares('django-q', 'django-q2') ? ['qcluster'] : []),
    ...(view.declares('django-dramatiq') ? ['rundramatiq'] : []),
  ];
  return [...new Set([...own, ...DJANGO, ...brought])];
}

const RAILS = ['db:migrate', 'db:prepare', 'db:seed', 'assets:precompile'];

/** The tasks of the project's .rake files, then those of Rails and of declared gems. */
export function rakeTasks(view: AppView): string[] {
  const own = tasksOf(view, /\.rake$/);
  if (own.length === 0 && !view.has('Gemfile')) return [];
  const brought = [
    ...(view.has('config/application.rb') ? RAILS : []),
    ...(view.declares('resque') ? ['resque:work'] : []),
    ...(view.declares('delayed_job', 'delayed_job_active_record') ? ['jobs:work'] : []),
    ...(view.declares('solid_queue') ? ['solid_queue:start'] : []),
  ];
  return [...new Set([...own, ...brought])];
}

const LARAVEL = [
  'migrate',
  'queue:work',
  'schedule:work',
  'schedule:run',
  'config:cache',
  'route:cache',
  'view:cache',
];

export function artisanCommands(view: AppView): string[] {
  const brought = [
    ...(view.declares('laravel/horizon') ? ['horizon'] : []),
    ...(view.declares('laravel/octane') ? ['octane:start'] : []),
    ...(view.declares('laravel/reverb') ? ['reverb:start'] : []),
  ];
  return [...new Set([...tasksOf(view, /\.php$/), ...brought, ...LARAVEL])];
}

function tasksOf({ app }: AppView, path: RegExp): string[] {
  return [...app.files.values()].filter((file) => path.test(file.path)).flatMap(({ tasks }) => tasks);
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
