import type { App } from '../app';
import type { RoleCommand } from '../formats/commands';
import type { Script } from '../manifest';
import type { Command } from '../procfile/procfile';
import { programOf } from '../procfile/program';
import { targetsOf } from '../procfile/targets';
import type { Range } from '../text';
import { closureOf } from './closure';
import { librariesOf } from './libraries';
import { type Purpose, type Runner, runnerOf } from './runners';
import { fileOf, impliedFiles } from './started-files';

/** Where one kind of process of an app starts. */
export interface EntryPoint {
  readonly role: Purpose;
  readonly processType: string | undefined;
  /** Where it is said what is started, and the range of that command there. */
  readonly path: string;
  readonly range: Range;
  /** The command, and those of the scripts it leads to, in their order. */
  readonly commands: readonly Command[];
  /** The app's own files that are started, the named ones first. */
  readonly files: readonly string[];
  /** The server or worker that the command runs. */
  readonly runner: Runner | undefined;
  /** What takes requests or jobs in the files. */
  readonly libraries: readonly Runner[];
  /** Whether what takes the requests or jobs finishes them on SIGTERM by itself; undefined where nobody knows. */
  readonly drains: boolean | undefined;
}

const MOST_HOPS = 5;
const known = new WeakMap<App, readonly EntryPoint[]>();

/** The entry points of an app, as its Procfiles, images and start scripts give them; worked out once for each app. */
export function entryPointsOf(app: App): readonly EntryPoint[] {
  const before = known.get(app);
  if (before) return before;
  const found = find(app);
  known.set(app, found);
  return found;
}

function find(app: App): EntryPoint[] {
  const started = app.commands.filter(
    ({ role, processType, path }) =>
      (role === 'run' || role === 'release') && (processType !== undefined || !isManifest(path, app)),
  );
  const found = started.map((one) => entryPoint(one, app));
  const reached = new Set(found.flatMap(({ commands }) => commands));
  for (const { path, scripts } of app.manifests) {
    const start = scripts.find(({ name }) => name === 'start');
    if (start && !reached.has(start.command) && app.procfiles.length === 0)
      found.push(entryPoint({ command: start.command, role: 'run', path }, app));
  }
  return found;
}

function isManifest(path: string, app: App): boolean {
  return app.tree.manifests.has(path);
}

/** What a command starts; `command` need not be one that the app holds. */
export function entryPoint(start: RoleCommand, app: App): EntryPoint {
  const commands: Command[] = [];
  const files = new Set<string>();
  let runner: Runner | undefined;
  const follow = (command: Command, path: string, hops: number): void => {
    if (hops > MOST_HOPS || commands.includes(command)) return;
    commands.push(command);
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    for (const simple of command.simple) {
      const program = programOf(simple);
      if (!program) continue;
      runner ??= runnerOf(program);
      const before = files.size;
      for (const target of targetsOf({ ...command, simple: [simple] }, folder)) {
        if (target.kind === 'script') {
          const next = scriptOf(target.folder, target.name, app);
          if (next) follow(next.script.command, next.path, hops + 1);
          continue;
        }
        const file = fileOf(target, app.tree.paths);
        if (file === undefined || !isCode(file)) continue;
        files.add(file);
        const script = file.endsWith('.sh') ? app.commands.find((one) => one.path === file) : undefined;
        if (script) follow(script.command, file, hops + 1);
      }
      if (files.size === before) for (const file of impliedFiles(program, folder, app)) files.add(file);
    }
  };
  follow(start.command, start.path, 0);
  const loaded = new Set([...files].flatMap((path) => [...closureOf(path, app)]));
  const libraries = librariesOf([...loaded].flatMap((path) => app.files.get(path) ?? []));
  return {
    role: roleOf(start, runner, libraries),
    processType: start.processType,
    path: start.path,
    range: start.command.range,
    commands,
    files: [...files],
    runner,
    libraries,
    drains: drains(runner, libraries, loaded, app),
  };
}

function scriptOf(folder: string, name: string, app: App): { path: string; script: Script } | undefined {
  const path = folder === '' ? 'package.json' : `${folder}/package.json`;
  const script = app.tree.manifests.get(path)?.scripts.find((one) => one.name === name);
  return script && { path, script };
}

const CODE = /\.(?:[cm]?[jt]sx?|py|rb|ru|php|java|kt|go|cs|rs|sh)$|(?:^|\/)(?:artisan|console|bin\/[\w.-]+)$/;

function isCode(path: string): boolean {
  return CODE.test(path);
}

function roleOf(
  { role, processType }: RoleCommand,
  runner: Runner | undefined,
  libraries: readonly Runner[],
): Purpose {
  if (role === 'release' || processType === 'release') return 'release';
  if (processType === 'web') return 'web';
  if (runner) return runner.serves;
  if (processType !== undefined && /^(?:clock|scheduler|beat|cron)/.test(processType)) return 'clock';
  if (processType !== undefined && /work|queue|jobs|sidekiq|celery/.test(processType)) return 'worker';
  return libraries[0]?.serves ?? 'other';
}

/** A server in the command decides; else the code does, by itself or by what listens there. */
function drains(
  runner: Runner | undefined,
  libraries: readonly Runner[],
  loaded: ReadonlySet<string>,
  app: App,
): boolean | undefined {
  if (runner) return runner.drains;
  for (const path of loaded) if (app.files.get(path)?.traits.includes('handles-signals')) return true;
  return libraries[0]?.drains;
}
