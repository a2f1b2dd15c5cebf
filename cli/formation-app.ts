import { readdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseProcfile } from '../core/procfile/parse';
import type { Procfile } from '../core/procfile/procfile';
import { readDeclarations } from '../core/procfile/read-declarations';
import { type Counts, parseCounts } from '../formation/counts';
import { interpolationFor, loaderManifests } from '../formation/loader';
import type { OnEnd } from '../formation/model';
import { type Plan, type PlanInput, type PlanProblem, plan } from '../formation/plan';
import { parsePort } from '../formation/ports';
import { procfilesIn } from '../formation/procfile-choice';
import { CannotRun } from './terminal';
import { textFile } from './text-file';

/** Written once more in the docs of `check`; the foundation's own reader is not loaded here. */
const CONFIG_FILE = '.twelvefactor.json';

export interface FormationOptions {
  readonly root: string;
  readonly procfile?: string;
  /** Env files, separated by commas. */
  readonly env?: string;
  readonly formation?: string;
  readonly port?: string;
  readonly timeout?: string;
  readonly onEnd?: OnEnd;
  readonly canDie?: string;
  readonly shellWins?: boolean;
  readonly mask?: boolean;
  readonly terminals?: boolean;
}

/** What is read of an app's folder before its formation is planned. */
export interface FormationApp {
  readonly root: string;
  readonly procfileName: string;
  readonly procfile: Procfile;
  readonly envFiles: readonly { readonly name: string; readonly text: string }[];
  readonly input: PlanInput;
}

/** @throws CannotRun where a file that was named, or the Procfile, cannot be read */
export function formationApp(options: FormationOptions, counts: Counts = {}): FormationApp {
  const root = resolve(options.root);
  const names = namesIn(root);
  const procfileName = options.procfile ?? procfilesIn(names)[0] ?? 'Procfile';
  const procfileText = textOf(root, procfileName);
  if (procfileText === undefined) throw new CannotRun(`${procfileName} does not exist in ${root}.`);
  const procfile = parseProcfile(procfileText);
  const envFiles = envFilesOf(root, options.env);
  const config = textOf(root, CONFIG_FILE) ?? '';
  const manifests = loaderManifests.flatMap((name) => {
    const text = names.includes(name) ? textOf(root, name) : undefined;
    return text === undefined ? [] : [[name, text] as const];
  });
  const input: PlanInput = {
    procfile,
    envTexts: envFiles.map(({ text }) => text),
    shellEnv: process.env,
    shellWins: options.shellWins,
    interpolation: interpolationFor(manifests),
    formation: counts,
    basePort: portOf(options.port),
    cwd: realpathSync(root),
    graceMs: secondsOf(options.timeout),
    declarations: readDeclarations(procfileText, procfile, config),
    onEnd: options.onEnd,
    canDie: options.canDie?.split(','),
    terminal: options.terminals,
    mask: options.mask,
  };
  return { root, procfileName, procfile, envFiles, input };
}

/** @throws CannotRun with each reason why there is no plan, and the file and line where it stands */
export function planned(app: FormationApp): Plan {
  const made = plan(app.input);
  if (made.problems.length === 0) return made;
  throw new CannotRun(made.problems.map((problem) => inWords(problem, app)).join('\n'));
}

/** `Procfile:3: …`, for people. */
export function inWords({ message, place }: PlanProblem, app: FormationApp): string {
  const { source, envIndex, range } = place;
  const file =
    source === 'config' ? CONFIG_FILE : source === 'env' ? app.envFiles[envIndex ?? 0]?.name : undefined;
  const name = file ?? app.procfileName;
  const text = source === 'env' ? (app.envFiles[envIndex ?? 0]?.text ?? '') : (textOf(app.root, name) ?? '');
  return `${name}:${text.slice(0, range.start).split('\n').length}: ${message}`;
}

/**
 * Reads `web=2,worker`, given once or in several words. What is not named does not run, unless `all` says it.
 * @throws CannotRun where a name is no process type
 */
export function countsOf(words: readonly string[], { procfile }: Pick<FormationApp, 'procfile'>): Counts {
  if (words.length === 0) return {};
  const counts = parseCounts(words.join(','));
  if (typeof counts === 'string') throw new CannotRun(counts);
  const names = procfile.processes.map(({ name }) => name);
  const unknown = Object.keys(counts).find((name) => name !== 'all' && !names.includes(name));
  if (unknown === undefined) return { all: 0, ...counts };
  throw new CannotRun(`There is no process type ${unknown}. The Procfile has ${names.join(', ')}.`);
}

function namesIn(root: string): readonly string[] {
  try {
    return readdirSync(root);
  } catch {
    throw new CannotRun(`${root} is no folder that can be read.`);
  }
}

/** Undefined where there is no such file. */
function textOf(root: string, name: string): string | undefined {
  return textFile(resolve(root, name));
}

function envFilesOf(root: string, named: string | undefined): FormationApp['envFiles'] {
  const names = named?.split(',').filter((name) => name !== '') ?? ['.env'];
  return names.map((name) => {
    const text = textOf(root, name);
    if (text === undefined && named !== undefined) throw new CannotRun(`${name} does not exist.`);
    return { name, text: text ?? '' };
  });
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = parsePort(text);
  if (port === undefined) throw new CannotRun(`${text} is no port number. Give one from 1 to 65535.`);
  return port;
}

function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (!(seconds >= 0 && seconds <= 3600)) throw new CannotRun('Give the timeout in seconds, from 0 to 3600.');
  return seconds * 1000;
}
