import {
  type Declaration,
  type Declarations,
  noDeclarations,
  type OnEnd,
} from '../core/procfile/declarations';
import type { ProcessType, Procfile } from '../core/procfile/procfile';
import { type Counts, countOf, isOneShot, mostInstances } from './counts';
import { orderOf } from './dependencies';
import { type EnvironmentInput, environmentOf } from './environment';
import type { ProcessSpec } from './model';
import { defaultBasePort, parsePort, portOf } from './ports';
import {
  type PlanProblem,
  placeOfName,
  portTooHigh,
  problemsOf,
  problemsOfValues,
  startOfProcfile,
} from './problems';
import { secretNamesOf } from './secrets';

export { countOf, isOneShot } from './counts';
export type { Place, PlanProblem } from './problems';

export interface PlanInput extends EnvironmentInput {
  readonly procfile: Procfile;
  readonly formation: Counts;
  /** Wins over the PORT of the env files and the shell. */
  readonly basePort?: number | undefined;
  /** The directory the processes run in. */
  readonly cwd: string;
  /** Milliseconds between the stop signal and SIGKILL; 5000 if left out. */
  readonly graceMs?: number | undefined;
  /** The process types that are known to listen on their `PORT`, whatever their lines tell. */
  readonly serving?: ReadonlySet<string> | undefined;
  /** What comments and the config file say of the process types. */
  readonly declarations?: Declarations | undefined;
  /** What becomes of the others when a process ends, where its type does not say it; `leave` if left out. */
  readonly onEnd?: OnEnd | undefined;
  /** The process types that may end by themselves whatever `onEnd` says. */
  readonly canDie?: readonly string[] | undefined;
  /** Gives each process a terminal where its type does not say otherwise. */
  readonly terminal?: boolean | undefined;
  /** False leaves secrets in the output. */
  readonly mask?: boolean | undefined;
}

/** What to start, in the order of the Procfile. Where there is a problem there are no specs. */
export interface Plan {
  readonly specs: readonly ProcessSpec[];
  readonly problems: readonly PlanProblem[];
  /** What is declared and cannot be followed; the formation starts without it. */
  readonly notes: readonly PlanProblem[];
}

/** What a Procfile, its env files and the wanted counts make to run, or why nothing can be run. Never throws. */
export function plan(input: PlanInput): Plan {
  const declarations = input.declarations ?? noDeclarations;
  const env = environmentOf(input);
  const base = basePortOf(input, env);
  const order = orderOf(input.procfile, declarations);
  const secrets = input.mask === false ? [] : secretNamesOf(env);
  const problems = [...problemsOf(input), ...(base.problem ? [base.problem] : [])];
  const specs: ProcessSpec[] = [];
  input.procfile.processes.forEach((type, index) => {
    const count = Math.min(countOf(type.name, input.formation, declarations), mostInstances);
    for (let instance = 1; instance <= count; instance++) {
      const port = portOf(base.port, index, instance);
      if (port === undefined) problems.push(portTooHigh(type));
      else
        specs.push({
          ...specOf(type, instance, port, env, input),
          after: order.after.get(type.name),
          secrets,
        });
    }
  });
  const notes = [...notesOf(declarations), ...order.problems];
  return { specs: problems.length > 0 ? [] : specs, problems, notes };
}

function specOf(
  type: ProcessType,
  instance: number,
  port: number,
  env: ReadonlyMap<string, string>,
  input: PlanInput,
): ProcessSpec {
  const id = `${type.name}.${instance}`;
  const declared: Declaration = input.declarations?.types.get(type.name) ?? {};
  const { ready, restartOn, stopSignal, graceMs, terminal, folder } = declared;
  const looks = ready?.kind === 'port' || ready?.kind === 'http';
  return {
    id,
    type: type.name,
    instance,
    command: type.command.text,
    cwd: folder === undefined || folder === '' ? input.cwd : `${input.cwd}/${folder}`,
    port,
    env: Object.fromEntries([...env, ['PORT', String(port)], ['PS', id]]),
    graceMs: graceMs ?? input.graceMs ?? 5000,
    stopSignal,
    oneShot: isOneShot(type.name, input.declarations),
    onEnd: declared.onEnd ?? (input.canDie?.includes(type.name) ? 'leave' : onEndOf(input)),
    ready,
    serves: looks || serves(type) || (input.serving?.has(type.name) ?? false),
    restartOn,
    terminal: terminal ?? input.terminal ?? false,
  };
}

function onEndOf({ onEnd, declarations }: PlanInput): OnEnd {
  return declarations?.onEnd ?? onEnd ?? 'leave';
}

/** True for a process type that takes requests, as far as its line tells. */
export function serves({ name, command }: ProcessType): boolean {
  return name === 'web' || command.variables.some((variable) => variable.name === 'PORT');
}

export interface OneOffInput extends EnvironmentInput {
  /** `run.1`, or another id that no process of the formation has. */
  readonly id: string;
  readonly command: string;
  readonly cwd: string;
  readonly graceMs?: number | undefined;
  readonly terminal?: boolean | undefined;
  readonly mask?: boolean | undefined;
}

/**
 * An admin process: one command in the environment of the formation. As with foreman it gets no port of its own, so
 * that `PORT` is what the env files or the shell say.
 */
export function planOneOff(input: OneOffInput): Plan {
  const problems = problemsOfValues(input.envTexts);
  if (problems.length > 0) return { specs: [], problems, notes: [] };
  const env = environmentOf(input);
  const [type = input.id, instance = '1'] = input.id.split('.');
  const spec: ProcessSpec = {
    id: input.id,
    type,
    instance: Number(instance),
    command: input.command,
    cwd: input.cwd,
    port: undefined,
    env: Object.fromEntries([...env, ['PS', input.id]]),
    graceMs: input.graceMs ?? 5000,
    oneShot: true,
    terminal: input.terminal ?? false,
    secrets: input.mask === false ? [] : secretNamesOf(env),
  };
  return { specs: [spec], problems, notes: [] };
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
  const own = input.basePort === undefined;
  const message = `${own ? 'PORT' : 'The base port'} is no port number. Set it to a number from 1 to 65535.`;
  const place = (own ? placeOfName(input.envTexts, 'PORT') : undefined) ?? startOfProcfile;
  return { port: defaultBasePort, problem: { code: 'port', message, place } };
}

function notesOf({ problems }: Declarations): PlanProblem[] {
  return problems.map(({ source, range, message }) => {
    return { code: 'declaration', message, place: { source, envIndex: undefined, range } };
  });
}
