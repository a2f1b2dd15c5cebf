import type { ProcessState, ProcessStats } from '../../formation/model';

/** A process type as the view shows it. */
export interface TypeView {
  readonly name: string;
  readonly command: string;
  /** How many instances the user wants. */
  readonly count: number;
  /** Runs once and ends, such as `release`; not started with the formation. */
  readonly oneOff: boolean;
  /** Takes HTTP requests, as far as its line tells. */
  readonly serves: boolean;
  /** What it starts and how that stops, in words. */
  readonly starts?: string;
  /** The PORT of each instance wanted, first instance first. */
  readonly ports: readonly number[];
}

/** All that the view, the status bar and the badge need of one formation. */
export interface FormationView {
  /** The root's URI. */
  readonly key: string;
  /** The root folder's name. */
  readonly name: string;
  /** The name of the Procfile that is run, and of all there are. */
  readonly procfile: string;
  readonly procfiles: readonly string[];
  readonly types: readonly TypeView[];
  readonly processes: readonly ProcessState[];
  /** By process; empty while they are not measured. */
  readonly stats?: ReadonlyMap<string, ProcessStats>;
  /** The processes that run under a debugger in place of the formation. */
  readonly debugged?: ReadonlySet<string>;
}

/** What a row stands for: a formation, one of its process types, or one process. */
export interface Target {
  readonly formation: string;
  readonly type?: string;
  readonly id?: string;
}

const alive = new Set<ProcessState['status']>(['waiting', 'starting', 'running', 'stopping', 'resting']);

export function isAlive(process: ProcessState | undefined): boolean {
  return process !== undefined && alive.has(process.status);
}

/**
 * The formation as it is shown: what ended and is no longer wanted is left out, and what lives though its type left
 * the Procfile is kept, so that it can be stopped.
 */
export function viewOf(
  formation: Pick<FormationView, 'key' | 'name' | 'procfile' | 'procfiles'>,
  types: readonly TypeView[],
  processes: readonly ProcessState[],
): FormationView {
  const byName = new Map(types.map((type) => [type.name, type]));
  const shown = processes.filter((process) => {
    const type = byName.get(process.type);
    return isAlive(process) || (type !== undefined && (type.oneOff || process.instance <= type.count));
  });
  const gone = new Set(shown.map((process) => process.type).filter((type) => !byName.has(type)));
  const left = Array.from(gone, (name) => goneType(name, formation.procfile));
  return { ...formation, types: [...types, ...left], processes: shown };
}

function goneType(name: string, procfile: string): TypeView {
  return { name, command: `no longer in the ${procfile}`, count: 0, oneOff: false, serves: false, ports: [] };
}
