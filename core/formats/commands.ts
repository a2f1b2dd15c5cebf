import type { Manifest } from '../manifest';
import type { Command, Procfile } from '../procfile/procfile';
import type { Range } from '../text';

/**
 * When a command runs: as a process of the app, in the release phase, at build time, on a developer's machine, on a
 * schedule, in continuous integration, to bring out a deploy, to check a process; `script` where nothing tells.
 */
export type CommandRole = 'run' | 'release' | 'build' | 'dev' | 'cron' | 'ci' | 'deploy' | 'check' | 'script';

/** How a command is started and by what. */
export interface CommandPlace {
  /** The service, job, unit, target, stage or script; undefined where the file has but one. */
  readonly name: string | undefined;
  /** A shell reads it · it is a list of words for the system · it is a script of many lines. */
  readonly form: 'shell' | 'exec' | 'script';
  /** The shell as the file names it: `bash`, `/bin/sh`. */
  readonly shell?: string;
  /** What the command is the value of: `CMD`, `entrypoint`, `run`, `ExecStartPre`. */
  readonly key: string;
  /** The whole instruction or entry. */
  readonly range: Range;
  /** It is the first process of a container, which signals reach and nobody else. */
  readonly isFirst?: boolean;
  /** The image that the command's container starts from, where the file names it. */
  readonly image?: string;
}

/** A shell command of the app, wherever it is written, with its role. */
export interface RoleCommand {
  readonly command: Command;
  readonly role: CommandRole;
  /** The process type of a Procfile. */
  readonly processType?: string;
  readonly path: string;
  /** Undefined for a Procfile and for package scripts, which have one shell command each. */
  readonly place?: CommandPlace;
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

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
