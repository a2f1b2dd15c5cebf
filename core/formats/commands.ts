import type { Manifest } from '../manifest';
import type { Command, Procfile } from '../procfile/procfile';
import { readDockerfile } from './dockerfile';

/** When a command runs: as a process of the app, in the release phase, at build time, on a developer's machine … */
export type CommandRole = 'run' | 'release' | 'build' | 'dev' | 'cron' | 'ci';

/** A shell command of the app, wherever it is written, with its role. */
export interface RoleCommand {
  readonly command: Command;
  readonly role: CommandRole;
  /** The process type of a Procfile. */
  readonly processType?: string;
  readonly path: string;
}

const DEV_PROCFILES = new Set(['dev', 'development', 'local', 'test']);
/** By the words of a script's name, `start:dev` being `start` and `dev`; the first list with one of them counts. */
const SCRIPT_ROLES: readonly [CommandRole, ReadonlySet<string>][] = [
  [
    'ci',
    words(
      'test tests e2e lint eslint format fmt prettier typecheck check ci coverage deploy publish release storybook docs',
    ),
  ],
  ['dev', words('dev develop development watch debug local inspect hot')],
  [
    'build',
    words(
      'build prebuild postbuild compile bundle install preinstall postinstall prepare prepack prepublish prepublishonly heroku-prebuild heroku-postbuild vercel-build gcp-build',
    ),
  ],
  ['run', words('start prestart poststart serve server prod production web worker')],
];

/** The commands of a Procfile; those of `Procfile.dev` run on a developer's machine. */
export function commandsOfProcfile(path: string, { processes }: Procfile): RoleCommand[] {
  const suffix = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const dev = DEV_PROCFILES.has(suffix);
  return processes.map(({ name, command }) => ({
    command,
    role: dev ? 'dev' : name === 'release' ? 'release' : 'run',
    processType: name,
    path,
  }));
}

/** The scripts of a manifest whose name tells when they run. */
export function commandsOfManifest({ path, scripts }: Manifest): RoleCommand[] {
  return scripts.flatMap(({ name, command }) => {
    const role = roleOfScript(name);
    return role === undefined ? [] : [{ command, role, path }];
  });
}

/** When a script runs, by its name; undefined where that does not tell. */
export function roleOfScript(name: string): CommandRole | undefined {
  const lower = name.toLowerCase();
  const parts = [lower, ...lower.split(/[:._-]/)];
  return SCRIPT_ROLES.find(([, known]) => parts.some((part) => known.has(part)))?.[0];
}

/**
 * The commands of a Dockerfile: each `RUN` at build time, and what the final stage runs. Behind an `ENTRYPOINT` the
 * `CMD` is a command of its own unless it starts with an option, as wrappers such as `docker-entrypoint.sh` run it.
 */
export function commandsOfDockerfile(path: string, text: string): RoleCommand[] {
  const { commands, entrypoint, cmd } = readDockerfile(text);
  const build = commands.filter(({ keyword }) => keyword === 'RUN');
  const first = cmd?.command.simple[0]?.words[0]?.text ?? '';
  const run = [entrypoint, entrypoint && first.startsWith('-') ? undefined : cmd];
  return [
    ...build.map(({ command }): RoleCommand => ({ command, role: 'build', path })),
    ...run.flatMap((each): RoleCommand[] => (each ? [{ command: each.command, role: 'run', path }] : [])),
  ];
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
