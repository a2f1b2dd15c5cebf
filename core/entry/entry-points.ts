import type { App } from '../app';
import type { RoleCommand } from '../formats/commands';
import type { Script } from '../manifest';
import type { Command } from '../procfile/procfile';
import { programOf } from '../procfile/program';
import { joined, type Target, targetsOf } from '../procfile/targets';
import type { Range } from '../text';
import { closureOf } from './closure';
import { type LastingProgram, lastingProgram } from './lasting-program';
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
  /** The one of those commands that lasts, behind package scripts and start scripts; undefined where nobody can say. */
  readonly program: LastingProgram | undefined;
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
  const { commands, files, runner, program } = trail(start, app);
  const loaded = new Set(files.flatMap((path) => [...closureOf(path, app)]));
  const libraries = librariesOf([...loaded].flatMap((path) => app.files.get(path) ?? []));
  return {
    role: roleOf(start, runner, libraries),
    processType: start.processType,
    path: start.path,
    range: start.command.range,
    commands,
    program,
    files,
    runner,
    libraries,
    drains: drains(runner, libraries, loaded, app),
  };
}

/** Follows a command through package scripts and start scripts to the files and the server that it starts. */
function trail(start: RoleCommand, app: App): Pick<EntryPoint, 'commands' | 'files' | 'runner' | 'program'> {
  const commands: Command[] = [];
  const files = new Set<string>();
  let runner: Runner | undefined;
  let program: LastingProgram | undefined;
  const follow = (command: Command, folder: string, hops: number): void => {
    if (hops > MOST_HOPS || commands.includes(command)) return;
    commands.push(command);
    let here = folder;
    for (const simple of command.simple) {
      const [first, second] = simple.words;
      if (first?.text === 'cd' && second?.literal) here = joined(here, second.text) ?? here;
      const started = programOf(simple);
      if (!started) continue;
      const runs = runnerOf(started);
      const before = files.size;
      let leads = false;
      for (const target of targetsOf({ ...command, simple: [simple] }, here)) {
        const next = nextOf(target, here, app);
        if (next.file !== undefined) files.add(next.file);
        if (next.command) {
          leads = true;
          follow(next.command, next.folder, hops + 1);
        }
      }
      if (files.size === before) for (const file of impliedFiles(started, here, app)) files.add(file);
      if (leads) continue;
      if (runs ? !runner : !runner && files.size > before) program = lastingProgram(command, simple, folder);
      runner ??= runs;
    }
  };
  follow(start.command, folderOf(start.path), 0);
  return { commands, files: [...files], runner, program };
}

/** Where a word of a command leads: to the command of a script, which runs where the command does, or to code. */
function nextOf(
  target: Target,
  folder: string,
  app: App,
): { readonly file?: string; readonly command?: Command; readonly folder: string } {
  if (target.kind === 'script') {
    const next = scriptOf(target.folder, target.name, app);
    return next ? { command: next.script.command, folder: folderOf(next.path) } : { folder };
  }
  const file = fileOf(target, app.tree.paths);
  if (file === undefined || !isCode(file)) return { folder };
  const script = app.commands.find(({ path, place }) => path === file && place?.form === 'script');
  return { file, folder, ...(script && { command: script.command }) };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
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
