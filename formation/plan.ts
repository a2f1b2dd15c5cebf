import { parse } from 'dotenv';
import { parseEnv } from '../core/env/parse';
import type { ProcessType, Procfile } from '../core/procfile/procfile';
import type { Range } from '../core/text';
import type { ProcessSpec } from './model';
import { defaultBasePort, parsePort, portOf } from './ports';

export interface PlanInput {
  readonly procfile: Procfile;
  /** The texts of the env files in order; a later file wins over an earlier one, and all win over the shell. */
  readonly envTexts: readonly string[];
  readonly shellEnv: Readonly<Record<string, string | undefined>>;
  /** Instances per process type; `all` counts for the types that are not named and are no one-shots. */
  readonly formation: Readonly<Record<string, number>>;
  /** Wins over the PORT of the env files and the shell. */
  readonly basePort?: number | undefined;
  /** The directory the processes run in. */
  readonly cwd: string;
  /** Milliseconds between SIGTERM and SIGKILL; 5000 if left out. */
  readonly graceMs?: number;
}

/** Where a reason stands: in the Procfile, or in one of the env files, counted from 0 in their order. */
export interface Place {
  readonly source: 'procfile' | 'env';
  readonly envIndex: number | undefined;
  readonly range: Range;
}

/** Why the formation cannot be started. The message names variables, never their values. */
export interface PlanProblem {
  readonly code: 'no-processes' | 'duplicate' | 'count' | 'port' | 'value';
  readonly message: string;
  readonly place: Place;
}

/** What to start, in the order of the Procfile. Where there is a problem there are no specs. */
export interface Plan {
  readonly specs: readonly ProcessSpec[];
  readonly problems: readonly PlanProblem[];
}

/** Above this the ports of one process type would run into those of the next. */
const mostInstances = 100;

/** True for a process type that runs once and ends, and so is no part of the formation unless it is asked for. */
export function isOneShot(type: string): boolean {
  return type === 'release';
}

/** How many instances of `type` are to run; 1 unless something else is said, and 0 for one-shots. */
export function countOf(type: string, formation: Readonly<Record<string, number>>): number {
  if (Object.hasOwn(formation, type)) return formation[type] ?? 0;
  if (isOneShot(type)) return 0;
  return Object.hasOwn(formation, 'all') ? (formation.all ?? 1) : 1;
}

/** What a Procfile, its env files and the wanted counts make to run, or why nothing can be run. Never throws. */
export function plan(input: PlanInput): Plan {
  const env = environmentOf(input);
  const base = basePortOf(input, env);
  const problems = [
    ...problemsOfProcfile(input.procfile),
    ...problemsOfCounts(input),
    ...problemsOfValues(input),
    ...(base.problem ? [base.problem] : []),
  ];
  const specs: ProcessSpec[] = [];
  input.procfile.processes.forEach((type, index) => {
    const count = Math.min(countOf(type.name, input.formation), mostInstances);
    for (let instance = 1; instance <= count; instance++) {
      const port = portOf(base.port, index, instance);
      if (port === undefined) problems.push(portTooHigh(type));
      else specs.push(specOf(type, instance, port, env, input));
    }
  });
  return problems.length > 0 ? { specs: [], problems } : { specs, problems };
}

function specOf(
  type: ProcessType,
  instance: number,
  port: number,
  env: ReadonlyMap<string, string>,
  input: PlanInput,
): ProcessSpec {
  const id = `${type.name}.${instance}`;
  return {
    id,
    type: type.name,
    instance,
    command: type.command.text,
    cwd: input.cwd,
    port,
    env: Object.fromEntries([...env, ['PORT', String(port)], ['PS', id]]),
    graceMs: input.graceMs ?? 5000,
  };
}

function environmentOf(input: PlanInput): Map<string, string> {
  const env = new Map<string, string>();
  for (const [name, value] of Object.entries(input.shellEnv)) {
    if (value !== undefined) env.set(name, value);
  }
  for (const text of input.envTexts) {
    for (const [name, value] of Object.entries(parse(text))) env.set(name, value);
  }
  return env;
}

interface BasePort {
  readonly port: number;
  readonly problem: PlanProblem | undefined;
}

function basePortOf(input: PlanInput, env: ReadonlyMap<string, string>): BasePort {
  const said = input.basePort === undefined ? env.get('PORT') : String(input.basePort);
  if (said === undefined || said === '') return { port: defaultBasePort, problem: undefined };
  const port = parsePort(said);
  if (port !== undefined) return { port, problem: undefined };
  const source = input.basePort === undefined ? 'PORT' : 'The base port';
  const message = `${source} is no port number. Set it to a number from 1 to 65535.`;
  const place = (input.basePort === undefined ? placeOfName(input, 'PORT') : undefined) ?? startOfProcfile;
  return { port: defaultBasePort, problem: { code: 'port', message, place } };
}

const startOfProcfile: Place = inProcfile({ start: 0, end: 0 });

function inProcfile(range: Range): Place {
  return { source: 'procfile', envIndex: undefined, range };
}

/** Where the assignment that counts stands: the last one of the last file that has one. */
function placeOfName(input: PlanInput, name: string): Place | undefined {
  for (let envIndex = input.envTexts.length - 1; envIndex >= 0; envIndex--) {
    const { entries } = parseEnv(input.envTexts[envIndex] ?? '');
    const entry = entries.findLast((candidate) => candidate.name === name);
    if (entry) return { source: 'env', envIndex, range: entry.range };
  }
  return undefined;
}

function problemsOfProcfile(procfile: Procfile): PlanProblem[] {
  if (procfile.processes.length === 0) {
    const message = 'The Procfile has no process type. Add a line such as `web: npm start`.';
    return [{ code: 'no-processes', message, place: startOfProcfile }];
  }
  const seen = new Set<string>();
  return procfile.processes.flatMap(({ name, nameRange }): PlanProblem[] => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const message = `The Procfile has two process types named ${name}. Rename one of them.`;
    return [{ code: 'duplicate', message, place: inProcfile(nameRange) }];
  });
}

function problemsOfCounts({ procfile, formation }: PlanInput): PlanProblem[] {
  return procfile.processes.flatMap(({ name, nameRange }): PlanProblem[] => {
    const count = countOf(name, formation);
    if (Number.isInteger(count) && count >= 0 && count <= mostInstances) return [];
    const message = `${name} cannot run ${count} times. Scale it to a whole number from 0 to ${mostInstances}.`;
    return [{ code: 'count', message, place: inProcfile(nameRange) }];
  });
}

/** The operating system ends a value at a NUL character. */
function problemsOfValues(input: PlanInput): PlanProblem[] {
  const names = input.envTexts.flatMap((text) =>
    Object.entries(parse(text)).flatMap(([name, value]) => (value.includes('\0') ? [name] : [])),
  );
  return [...new Set(names)].map((name) => {
    const message = `The value of ${name} holds a NUL character. Remove it.`;
    return { code: 'value', message, place: placeOfName(input, name) ?? startOfProcfile };
  });
}

function portTooHigh({ name, nameRange }: ProcessType): PlanProblem {
  const message = `The port of ${name} would be above 65535. Choose a lower base port.`;
  return { code: 'port', message, place: inProcfile(nameRange) };
}
