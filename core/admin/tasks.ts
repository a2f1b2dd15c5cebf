import type { AdminProcess } from './admin-process';
import type { Surroundings } from './surroundings';

/** Reads the tasks out of the files of one kind that define them. */
export interface TaskReader {
  /** Paths relative to the app. */
  readonly files: RegExp;
  /** False where the framework that would run them is not there. */
  applies(app: Surroundings): boolean;
  read(path: string, text: string, app: Surroundings): AdminProcess[];
}

export const taskReaders: readonly TaskReader[] = [
  {
    files: /^(?:[Rr]akefile|lib\/tasks\/[^.]{1,200}\.rake)$/,
    applies: () => true,
    read: (path, text, app) => {
      const rake = app.has('bin/rails') && path !== 'Rakefile' ? 'bin/rails ' : `${app.inBundle}rake `;
      return rakeTasks(text).map(({ name, detail }) => ({
        name,
        command: rake + name,
        kind: 'task',
        detail,
        source: path,
      }));
    },
  },
  {
    files: /(?:^|\/)management\/commands\/(?!_)[^/]{1,200}\.py$/,
    applies: (app) => app.has('manage.py'),
    read: (path, text, app) => {
      const name = path.slice(path.lastIndexOf('/') + 1, -3);
      const [, detail = ''] = /^\s{0,16}help\s?=\s?_?\(?['"]([^'"\n]{1,200})['"]/m.exec(text) ?? [];
      return [{ name, command: `${app.python} manage.py ${name}`, kind: 'task', detail, source: path }];
    },
  },
  {
    files: /^app\/Console\/Commands\/.{1,200}\.php$/,
    applies: (app) => app.has('artisan'),
    read: (path, text) => {
      const [, name] = /\$signature\s?=\s?['"]([\w:.-]{1,100})/.exec(text) ?? [];
      const [, detail = ''] = /\$description\s?=\s?['"]([^'"\n]{1,200})['"]/.exec(text) ?? [];
      if (name === undefined) return [];
      return [{ name, command: `php artisan ${name}`, kind: 'task', detail, source: path }];
    },
  },
];

interface RakeTask {
  readonly name: string;
  readonly detail: string;
}

/** The described tasks of a Rakefile, with their namespaces: `rake -T` lists the same. */
export function rakeTasks(text: string): readonly RakeTask[] {
  const tasks: RakeTask[] = [];
  const open: { readonly name: string; readonly indent: number }[] = [];
  let detail: string | undefined;
  let heredoc: string | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const trimmed = line.slice(0, 500).trim();
    if (heredoc !== undefined) {
      if (trimmed === heredoc) heredoc = undefined;
      else if (detail === '') detail = trimmed;
      continue;
    }
    const [, word, rest = ''] = /^(namespace|desc|task)\b[ (]?(.*)$/.exec(trimmed) ?? [];
    if (word === undefined) continue;
    const indent = line.length - line.trimStart().length;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    if (word === 'desc') {
      heredoc = /^<<[-~]?['"]?(\w{1,60})/.exec(rest)?.[1];
      detail = heredoc === undefined ? unquoted(rest) : '';
      continue;
    }
    const [, name] = /^\s?:?['"]?([\w-]{1,100}(?::[\w-]{1,100}){0,9})/.exec(rest) ?? [];
    if (name === undefined) continue;
    if (word === 'namespace') open.push({ name, indent });
    else if (detail !== undefined)
      tasks.push({ name: [...open.map((one) => one.name), name].join(':'), detail });
    if (word === 'task') detail = undefined;
  }
  return tasks;
}

/** What stands between the quotes, of which the last may be followed by a parenthesis. */
function unquoted(text: string): string {
  const [, quote = ''] = /^(['"])/.exec(text) ?? [];
  const end = quote === '' ? -1 : text.lastIndexOf(quote);
  return end > 0 ? text.slice(1, end) : text;
}
