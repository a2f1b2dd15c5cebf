import type { App } from '../app';
import { roleOfScript } from '../formats/commands';
import { shownCommand } from '../procfile/shown';
import { type AdminProcess, adminKinds } from './admin-process';
import { frameworkProcesses } from './frameworks';
import { type Surroundings, surroundingsOf } from './surroundings';
import { taskReaders } from './tasks';

/** Above this a list is no help any more. */
const mostFiles = 200;

/** The files whose texts tell of further admin processes; relative to the app. */
export function filesWithTasks(app: App): readonly string[] {
  const around = surroundingsOf(app);
  const files = around.paths.filter((path) =>
    taskReaders.some((reader) => reader.files.test(path) && reader.applies(around)),
  );
  return files.slice(0, mostFiles);
}

/**
 * The admin processes of an app: its release process, migrations, consoles, tasks of its own and scripts of its manifests.
 * @param texts of the {@link filesWithTasks}, by path
 */
export function adminProcessesOf(app: App, texts: ReadonlyMap<string, string>): readonly AdminProcess[] {
  const around = surroundingsOf(app);
  const all = [
    ...releaseProcesses(app),
    ...frameworkProcesses(around),
    ...tasksIn(texts, around),
    ...scriptsOf(app, around),
  ];
  const byCommand = new Map<string, AdminProcess>();
  for (const one of all) if (!byCommand.has(one.command)) byCommand.set(one.command, one);
  return [...byCommand.values()].sort((a, b) => adminKinds.indexOf(a.kind) - adminKinds.indexOf(b.kind));
}

function releaseProcesses({ commands, root }: App): AdminProcess[] {
  return commands.flatMap(({ role, processType, command, path }): AdminProcess[] => {
    if (role !== 'release' || processType === undefined) return [];
    const detail = shownCommand(command);
    return [{ name: processType, command: command.text, kind: 'release', detail, source: below(root, path) }];
  });
}

function tasksIn(texts: ReadonlyMap<string, string>, around: Surroundings): AdminProcess[] {
  return [...texts].flatMap(([path, text]) =>
    taskReaders.flatMap((reader) =>
      reader.files.test(path) && reader.applies(around) ? reader.read(path, text, around) : [],
    ),
  );
}

/** Scripts that serve, watch, build or check are no admin processes. */
function scriptsOf({ manifests, root }: App, { nodeScript }: Surroundings): AdminProcess[] {
  return manifests.flatMap(({ path, scripts }) => {
    const source = below(root, path);
    if (source !== 'package.json') return [];
    return scripts.flatMap(({ name, command }): AdminProcess[] => {
      const role = roleOfScript(name);
      const hook =
        /^(?:pre|post)/.test(name) &&
        scripts.some((other) => name.endsWith(other.name) && other.name !== name);
      if ((role !== undefined && role !== 'release') || hook) return [];
      const migrates = /\bmigrat/.test(`${name} ${command.text}`);
      return [
        {
          name,
          command: nodeScript + name,
          kind: migrates ? 'migration' : 'script',
          detail: shownCommand(command),
          source,
        },
      ];
    });
  });
}

function below(root: string, path: string): string {
  return root === '' ? path : path.slice(root.length + 1);
}
