import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import { everySimple, type SimpleCommand, type Word } from '../../../procfile/procfile';
import { programOf } from '../../../procfile/program';
import type { Breach } from '../../../rule';
import { withEdit } from '../../shared/one-edit';

const GEMS = new Set(
  'rails rake thin puma unicorn unicorn_rails rackup sidekiq resque clockwork good_job que shoryuken falcon passenger sneakers karafka hanami'.split(
    ' ',
  ),
);
const PYTHON =
  /^(?:python[\d.]*|gunicorn|uvicorn|hypercorn|daphne|granian|waitress-serve|celery|flask|fastapi|streamlit|rq|dramatiq|alembic|django-admin|huey_consumer)$/;
/** Python's tools by their lockfiles; a virtual environment that is active already does as well. */
const TOOLS: readonly (readonly [lock: string, prefix: string])[] = [
  ['uv.lock', 'uv run'],
  ['poetry.lock', 'poetry run'],
  ['pdm.lock', 'pdm run'],
  ['Pipfile.lock', 'pipenv run'],
];
const SYSTEM = /^\/usr\/(?:local\/)?bin\/python[\d.]*$/;

/** Process types whose program does not come from what the app declares. */
export function withoutIsolation({ command, role, processType, path }: RoleCommand, app: App): Breach[] {
  if (processType === undefined || role !== 'run') return [];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return everySimple(command).flatMap(
    (simple) => ruby(simple, folder, app) ?? python(simple, folder, app) ?? [],
  );
}

function ruby(simple: SimpleCommand, folder: string, app: App): Breach | undefined {
  const program = programOf(simple);
  if (!program || !GEMS.has(program.name) || program.word.text.includes('/')) return undefined;
  if (!app.tree.paths.has(`${folder}Gemfile`) || goesThrough(simple, program.word, ['bundle']))
    return undefined;
  // The `rails` of any version hands over to the app's own, which sets up Bundler.
  if (program.name === 'rails' && app.tree.paths.has(`${folder}bin/rails`)) return undefined;
  // `RUBYOPT=-rbundler/setup` loads Bundler by itself.
  if (simple.assignments.some(({ name }) => name === 'RUBYOPT')) return undefined;
  return breach(program.word, program.name, 'Bundler', 'bundle exec', 'warning');
}

function python(simple: SimpleCommand, folder: string, app: App): Breach | undefined {
  const program = programOf(simple);
  if (!program || !PYTHON.test(program.name)) return undefined;
  const [, prefix] = TOOLS.find(([lock]) => app.tree.paths.has(folder + lock)) ?? [];
  if (SYSTEM.test(program.word.text))
    return breach(
      program.word,
      program.name,
      'the app’s environment',
      prefix ?? 'venv/bin/python',
      'warning',
    );
  const isPlain = !program.word.text.includes('/');
  if (prefix === undefined || !isPlain) return undefined;
  const tool = prefix.slice(0, prefix.indexOf(' '));
  if (goesThrough(simple, program.word, ['uv', 'poetry', 'pdm', 'pipenv', 'hatch', 'rye'])) return undefined;
  return breach(program.word, program.name, tool, prefix, 'hint');
}

function goesThrough({ words }: SimpleCommand, program: Word, tools: readonly string[]): boolean {
  return words
    .slice(0, words.indexOf(program))
    .some(({ text }) => tools.includes(text.slice(text.lastIndexOf('/') + 1)));
}

function breach(
  { range }: Word,
  program: string,
  tool: string,
  prefix: string,
  severity: 'warning' | 'hint',
): Breach {
  const edit = {
    title: `Start it through ${prefix}`,
    safe: false,
    start: range.start,
    end: range.start,
    newText: `${prefix} `,
  };
  const told = { range, words: { program, tool, prefix }, severity };
  // Behind the tool's name a path would still lead to the machine's program.
  return range.end - range.start === program.length ? withEdit(told, edit) : told;
}
