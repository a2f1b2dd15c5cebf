import type { Word } from '../procfile/procfile';
import { artisanCommands, binStubs, manageCommands, type Proposal, rakeTasks } from './commands';
import { optionsFor } from './options';
import { scriptsOf } from './stacks/shared/npm';
import { suggestProcesses } from './suggest';
import type { AppView } from './view';

/**
 * What can follow the words before the cursor: a script behind `npm run`, a module behind `gunicorn`, a file behind
 * `node`. Undefined where they ask for nothing of the kind.
 */
export function wordsFor(before: readonly Word[], typed: string, view: AppView): Proposal[] | undefined {
  if (typed.startsWith('-')) return undefined;
  const words = before.map(({ text }) => baseName(text));
  const last = words.at(-1) ?? '';
  const previous = words.at(-2) ?? '';
  const asked = SOURCES.find(({ after }) => after(last, previous, words));
  if (asked) return [...asked.give(view, words), ...(typed === '' ? optionsFor(before, typed) : [])];
  return words.length > 0 && /[./]/.test(typed) ? files(view, /./) : undefined;
}

interface Source {
  after(last: string, previous: string, words: readonly string[]): boolean;
  give(view: AppView, words: readonly string[]): Proposal[];
}

const MODULE_SERVERS = /^(?:gunicorn|uvicorn|hypercorn|daphne|granian|waitress-serve)$/;

const SOURCES: readonly Source[] = [
  {
    after: (last, previous) => /^run(?:-script)?$/.test(last) && /^(?:npm|yarn|pnpm|bun)$/.test(previous),
    give: scripts,
  },
  { after: (last) => /^(?:yarn|pnpm)$/.test(last), give: scripts },
  {
    after: (last) => last === 'npm',
    give: (view) => [
      ...texts(['run', 'start'], 'command', 'npm'),
      ...scripts(view).map((one) => ({ ...one, label: `run ${one.label}`, newText: `run ${one.newText}` })),
    ],
  },
  {
    after: (last) => last === 'manage.py',
    give: (view) => texts(manageCommands(view), 'task', 'Django command'),
  },
  { after: (last) => last === 'rake', give: (view) => texts(rakeTasks(view), 'task', 'Rake task') },
  {
    after: (last) => last === 'rails',
    give: (view) => texts(['server', 'runner', ...rakeTasks(view)], 'task', 'Rails command'),
  },
  {
    after: (last) => last === 'artisan',
    give: (view) => texts(artisanCommands(view), 'task', 'Artisan command'),
  },
  { after: (last, previous) => last === 'exec' && previous === 'bundle', give: gems },
  { after: (last) => MODULE_SERVERS.test(last), give: (view, words) => targets(view, words.at(-1) ?? '') },
  { after: (last, _, words) => /^(?:-A|--app)$/.test(last) && words.includes('celery'), give: celeryApps },
  {
    after: (last, _, words) => isAppGiven(last, words),
    give: () => texts(['worker', 'beat'], 'command', 'celery'),
  },
  { after: (last, _, words) => last === '-m' && words.some((one) => /^python/.test(one)), give: modules },
  {
    after: (last) => /^(?:node|nodemon|tsx|ts-node)$/.test(last),
    give: (view) => files(view, /\.[cm]?[jt]s$/),
  },
  {
    after: (last) => /^python[\d.]*$/.test(last),
    give: (view) => [...files(view, /\.py$/), ...texts(['-m'], 'option', 'Runs a module')],
  },
  { after: (last) => last === 'ruby', give: (view) => files(view, /\.rb$/) },
  { after: (last) => last === 'php', give: (view) => files(view, /\.php$|^artisan$|^bin\/console$/) },
  {
    after: (last) => /^(?:sh|bash|exec)$/.test(last),
    give: (view) => texts(binStubs(view), 'file', 'Program of the project'),
  },
  {
    after: (last) => last === '-jar',
    give: () => texts(['target/*.jar', 'build/libs/*.jar'], 'file', 'Built jar'),
  },
  {
    after: (last, previous) => last === 'run' && previous === 'streamlit',
    give: (view) => importing(view, 'streamlit'),
  },
];

function scripts(view: AppView): Proposal[] {
  return scriptsOf(view).map(({ name, command }, rank) => ({
    label: name,
    newText: name,
    kind: 'script',
    detail: command.text.length > 80 ? `${command.text.slice(0, 79)}…` : command.text,
    rank,
  }));
}

/** Programs of declared gems that process commands start. */
function gems(view: AppView): Proposal[] {
  const names = [
    'puma',
    'unicorn',
    'thin',
    'falcon',
    'sidekiq',
    'good_job',
    'que',
    'shoryuken',
    'clockwork',
    'rails',
  ];
  return texts(
    [...names.filter((name) => view.declares(name)), 'rake', 'rackup'],
    'command',
    'Program of a gem',
  );
}

/** What the suggestions give this server, or one of its kind. */
function targets({ app }: AppView, server: string): Proposal[] {
  const found = suggestProcesses(app).flatMap(({ command, why }) => {
    if (!/^(?:gunicorn|uvicorn|hypercorn|daphne|granian|waitress-serve)\b/.test(command)) return [];
    const target = /(?:^|\s)([\w.]+:\w+)(?=\s|$)/.exec(command)?.[1];
    return target === undefined ? [] : [{ target, why }];
  });
  const seen = new Set<string>();
  return found
    .filter(({ target }) => !seen.has(target) && seen.add(target))
    .map(({ target, why }, rank) => ({
      label: target,
      newText: target,
      kind: 'module',
      detail: why || server,
      rank,
    }));
}

function celeryApps({ app }: AppView): Proposal[] {
  const found = suggestProcesses(app).flatMap(
    ({ command }) => /^celery --app (\S+)/.exec(command)?.[1] ?? [],
  );
  return texts([...new Set(found)], 'module', 'Celery app');
}

function isAppGiven(last: string, words: readonly string[]): boolean {
  const at = words.findIndex((word) => word === '-A' || word === '--app');
  if (!words.includes('celery') || words.includes('worker') || words.includes('beat')) return false;
  return (at >= 0 && at === words.length - 2) || last.startsWith('--app=');
}

/** Packages that can be run, and the modules beside them. */
function modules(view: AppView): Proposal[] {
  const packages = view.files(/^[\w/]+\/__main__\.py$/).map((path) => path.slice(0, -'/__main__.py'.length));
  const single = view.files(/^\w+\.py$/).map((path) => path.slice(0, -'.py'.length));
  const names = [...packages.map((path) => path.replaceAll('/', '.')), ...single];
  return texts(names.slice(0, 50), 'module', 'Module of the project');
}

function importing(view: AppView, module: string): Proposal[] {
  return texts(view.importing(module).slice(0, 20), 'file', `Imports ${module}`);
}

const MOST_FILES = 200;

function files(view: AppView, pattern: RegExp): Proposal[] {
  const found = view.files(pattern).filter((path) => !/(?:^|\/)\.[^/]*(?:\/|$)/.test(path));
  return texts(found.slice(0, MOST_FILES), 'file', undefined);
}

function texts(labels: readonly string[], kind: Proposal['kind'], detail: string | undefined): Proposal[] {
  return labels.map((label, rank) => ({
    label,
    newText: label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    rank,
  }));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
