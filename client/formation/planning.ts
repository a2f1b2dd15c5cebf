import type { Declarations } from '../../core/procfile/declarations';
import type { ProcessType, Procfile } from '../../core/procfile/procfile';
import type { Interpolation } from '../../formation/interpolation';
import type { OnEnd, ProcessSpec, ProcessState } from '../../formation/model';
import {
  countOf,
  isOneShot,
  type Plan,
  type PlanProblem,
  plan,
  planOneOff,
  serves,
} from '../../formation/plan';
import type { Counts } from './counts';
import type { Target, TypeView } from './view';

/** The app's own settings, where a formation is declared besides its Procfile. */
export const configFile = '.twelvefactor.json';

export interface FormationSettings {
  /** The Procfile's name in the root. */
  readonly procfile: string;
  readonly envFiles: readonly string[];
  /** Undefined leaves the choice to PORT in the env files, the shell, and then 5000. */
  readonly basePort: number | undefined;
  /** Seconds. */
  readonly stopGrace: number;
  readonly shellWins: boolean;
  /** `auto`: as the app's own loader has it. */
  readonly interpolation: Interpolation | 'auto';
  readonly onEnd: OnEnd;
  readonly canDie: readonly string[];
  readonly terminals: boolean;
  readonly maskSecrets: boolean;
}

/** What was read of an app before anything is decided. */
export interface Sources {
  readonly cwd: string;
  readonly procfile: Procfile;
  readonly declarations: Declarations;
  /** Name and text of each env file, in their order. */
  readonly envFiles: readonly { readonly name: string; readonly text: string }[];
  readonly shellEnv: Readonly<Record<string, string | undefined>>;
  readonly interpolation: Interpolation;
  readonly settings: FormationSettings;
  /** The process types of which it is known that they listen on their `PORT`. */
  readonly serving: ReadonlySet<string>;
}

/** Plans the wanted counts; with a target, the counts that are needed to run it. */
export function planFor(sources: Sources, counts: Counts, target?: Target): Plan {
  const { basePort, onEnd, canDie } = sources.settings;
  return plan({
    ...sharedInput(sources),
    procfile: sources.procfile,
    declarations: sources.declarations,
    serving: sources.serving,
    formation: withTarget(sources, counts, target),
    basePort,
    onEnd,
    canDie,
  });
}

/** Plans one command in the environment of the formation. */
export function planCommand(sources: Sources, id: string, command: string): Plan {
  return planOneOff({ ...sharedInput(sources), id, command });
}

function sharedInput({ envFiles, shellEnv, cwd, interpolation, settings }: Sources) {
  return {
    envTexts: envFiles.map(({ text }) => text),
    shellEnv,
    cwd,
    shellWins: settings.shellWins,
    interpolation,
    graceMs: settings.stopGrace * 1000,
    terminal: settings.terminals,
    mask: settings.maskSecrets,
  };
}

/** One process, and a type that runs once, can be run though none of it is wanted. */
function withTarget({ declarations }: Sources, counts: Counts, target?: Target): Counts {
  const { type, id } = target ?? {};
  if (type === undefined) return counts;
  const instance =
    id === undefined ? Number(isOneShot(type, declarations)) : Number(id.slice(type.length + 1));
  return { ...counts, [type]: Math.max(countOf(type, counts, declarations), instance || 0) };
}

/** The file, relative to the root, in which a plan's problem is to be mended. */
export function fileOf({ place }: PlanProblem, { envFiles, settings }: Sources): string {
  if (place.source === 'config') return configFile;
  if (place.source === 'procfile' || place.envIndex === undefined) return settings.procfile;
  return envFiles[place.envIndex]?.name ?? settings.procfile;
}

/** True for the specs and states that a target stands for; without one, for all that start with the formation. */
export function isMeant(
  target: Target | undefined,
  process: Pick<ProcessSpec | ProcessState, 'id' | 'type' | 'oneShot'>,
): boolean {
  if (target?.id !== undefined) return process.id === target.id;
  if (target?.type !== undefined) return process.type === target.type;
  return !process.oneShot;
}

/** The process types as the view lists them: a name that stands twice is listed once, in its first place. */
export function typesOf(sources: Sources, counts: Counts): readonly TypeView[] {
  const { specs } = planFor(sources, counts);
  const { declarations } = sources;
  const first = new Map<string, ProcessType>();
  for (const type of sources.procfile.processes) {
    if (!first.has(type.name)) first.set(type.name, type);
  }
  return Array.from(first.values(), (type) => ({
    name: type.name,
    command: type.command.text,
    count: countOf(type.name, counts, declarations),
    oneOff: isOneShot(type.name, declarations),
    serves: serves(type),
    ports: specs.filter((spec) => spec.type === type.name).flatMap(({ port }) => port ?? []),
  }));
}
