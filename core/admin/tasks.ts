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

/** The described tasks of a Rakefile, with their namespaces: `rake -T` lists the same. */
export function rakeTasks(text: string): { readonly name: string; readonly detail: string }[] {
  const tasks: { name: string; detail: string }[] = [];
  const open: { readonly name: string; readonly indent: number }[] = [];
  let detail: string | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const trimmed = line.trimStart();
    if (trimmed === '' || trimmed.startsWith('#') || line.length > 500) continue;
    const indent = line.length - trimmed.length;
    while (trimmed !== 'end' && (open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const [, space] = /^namespace[ (]:?['"]?([\w-]+)/.exec(trimmed) ?? [];
    const [, described] = /^desc[ (](?:'([^']*)'|"[^"]*")/.exec(trimmed) ?? [];
    const [, task] = /^task[ (]:?['"]?([\w:-]+)/.exec(trimmed) ?? [];
    if (space !== undefined) open.push({ name: space, indent });
    if (/^desc[ (]/.test(trimmed)) detail = described ?? trimmed.slice(5).replaceAll(/["')]/g, '');
    if (task === undefined) continue;
    if (detail !== undefined)
      tasks.push({ name: [...open.map(({ name }) => name), task.replace(/:$/, '')].join(':'), detail });
    detail = undefined;
  }
  return tasks;
}
