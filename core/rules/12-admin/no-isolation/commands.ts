import type { App } from '../../../app';
import type { CommandRole, RoleCommand } from '../../../formats/commands';
import type { SimpleCommand, Word } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName } from '../../shared/commands';
import { withEdit } from '../../shared/one-edit';

/** What brings a process its own packages, with the programs that need it. */
const TOOLS: readonly { readonly prefix: readonly string[]; readonly programs: RegExp }[] = [
  { prefix: ['bundle', 'exec'], programs: /^(?:rake|sidekiq|resque|irb|clockwork|whenever)$/ },
  { prefix: ['poetry', 'run'], programs: /^(?:python[\d.]*|alembic|flask|celery|django-admin)$/ },
  { prefix: ['pipenv', 'run'], programs: /^(?:python[\d.]*|alembic|flask|celery|django-admin)$/ },
  { prefix: ['uv', 'run'], programs: /^(?:python[\d.]*|alembic|flask|celery|django-admin)$/ },
];
const ADMIN: ReadonlySet<CommandRole> = new Set(['release', 'cron', 'deploy']);
/** Services of a compose file that run once. */
const ONCE = /(?:^|[-_])(?:migrations?|migrate|seeds?|setup|release|task|job)(?:[-_]|$)/;
const SYSTEM_PYTHON = /^\/usr\/(?:local\/)?bin\/python[\d.]*$/;

/** Admin tasks that are started otherwise than the processes of the same app. */
export function unlikeWeb(one: RoleCommand, app: App): Breach[] {
  if (!ADMIN.has(one.role) && !(one.role === 'run' && ONCE.test(one.place?.name ?? ''))) return [];
  return one.command.simple.flatMap((simple) => [...bare(simple, one, app), ...ofSystem(simple, one, app)]);
}

function bare(simple: SimpleCommand, { path }: RoleCommand, app: App): Breach[] {
  const [first] = simple.words;
  if (!first) return [];
  const name = baseName(first.text);
  // A path names one of several on purpose, such as a binstub or the interpreter of a virtual environment.
  if (name !== first.text) return [];
  const tool = TOOLS.find(({ prefix, programs }) => programs.test(name) && isUsed(prefix, path, app));
  if (!tool) return [];
  const prefix = tool.prefix.join(' ');
  const words = { what: name, tool: prefix, advice: `Start it with ${prefix}.` };
  const at = first.range.start;
  return [
    withEdit(
      { range: first.range, words },
      { title: `Start it with ${prefix}`, safe: false, start: at, end: at, newText: `${prefix} ` },
    ),
  ];
}

/** The processes that the same file, or a Procfile of the app, starts do so through the tool. */
function isUsed(prefix: readonly string[], path: string, app: App): boolean {
  return app.commands.some(
    (other) =>
      other.role === 'run' &&
      (other.path === path || other.processType !== undefined) &&
      other.command.simple.some(({ words }) => startsWith(words, prefix)),
  );
}

function startsWith(words: readonly Word[], prefix: readonly string[]): boolean {
  const from = words[0]?.text === 'exec' ? 1 : 0;
  return prefix.every((word, at) => words[from + at]?.text === word);
}

/** `/usr/bin/python3 manage.py`, `sudo python`: the system's packages, where the app has its own lockfile. */
function ofSystem({ words }: SimpleCommand, { role, place }: RoleCommand, app: App): Breach[] {
  if (role !== 'cron' || place?.key !== 'schedule') return [];
  const [first, second] = words[0]?.text === 'sudo' ? words.slice(1) : words;
  const hasLock = ['poetry.lock', 'uv.lock', 'Pipfile.lock', 'pdm.lock'].some((name) =>
    app.tree.paths.has(app.root === '' ? name : `${app.root}/${name}`),
  );
  if (!first || !hasLock || !SYSTEM_PYTHON.test(first.text) || !/\.py$/.test(second?.text ?? '')) return [];
  const told = {
    what: 'Python',
    tool: 'the app’s own environment',
    advice: 'Start it as the app’s processes are started.',
  };
  return [{ range: first.range, words: told }];
}
