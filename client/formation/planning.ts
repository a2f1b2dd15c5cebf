import type { ProcessType, Procfile } from '../../core/procfile/procfile';
import type { ProcessSpec } from '../../formation/model';
import { countOf, isOneShot, type PlanProblem, plan } from '../../formation/plan';
import type { Counts } from './counts';
import type { Target, TypeView } from './view';

export interface FormationSettings {
  /** The Procfile's name in the root. */
  readonly procfile: string;
  readonly envFiles: readonly string[];
  /** Undefined leaves the choice to PORT in the env files, the shell, and then 5000. */
  readonly basePort: number | undefined;
  /** Seconds. */
  readonly stopGrace: number;
}

/** What was read of an app before anything is decided. */
export interface Sources {
  readonly cwd: string;
  readonly procfile: Procfile;
  /** Name and text of each env file, in their order. */
  readonly envFiles: readonly { readonly name: string; readonly text: string }[];
  readonly shellEnv: Readonly<Record<string, string | undefined>>;
  readonly settings: FormationSettings;
}

/** Plans the wanted counts; with a target, the counts that are needed to run it. */
export function planFor(sources: Sources, counts: Counts, target?: Target) {
  const { type } = target ?? {};
  const wanted = type && isOneShot(type) ? { ...counts, [type]: 1 } : counts;
  return plan({
    procfile: sources.procfile,
    envTexts: sources.envFiles.map(({ text }) => text),
    shellEnv: sources.shellEnv,
    formation: wanted,
    basePort: sources.settings.basePort,
    cwd: sources.cwd,
    graceMs: sources.settings.stopGrace * 1000,
  });
}

/** The file, relative to the root, in which a plan's problem is to be mended. */
export function fileOf({ place }: PlanProblem, { envFiles, settings }: Sources): string {
  if (place.source === 'procfile' || place.envIndex === undefined) return settings.procfile;
  return envFiles[place.envIndex]?.name ?? settings.procfile;
}

/** True for the specs and states that a target stands for; without one, for all that start with the formation. */
export function isMeant(target: Target | undefined, process: Pick<ProcessSpec, 'id' | 'type'>): boolean {
  if (target?.id !== undefined) return process.id === target.id;
  if (target?.type !== undefined) return process.type === target.type;
  return !isOneShot(process.type);
}

/** The process types as the view lists them: a name that stands twice is listed once, in its first place. */
export function typesOf(sources: Sources, counts: Counts): readonly TypeView[] {
  const { specs } = planFor(sources, counts);
  const first = new Map<string, ProcessType>();
  for (const type of sources.procfile.processes) {
    if (!first.has(type.name)) first.set(type.name, type);
  }
  return Array.from(first.values(), ({ name, command }) => ({
    name,
    command: command.text,
    count: countOf(name, counts),
    oneOff: isOneShot(name),
    serves: name === 'web' || command.variables.some((variable) => variable.name === 'PORT'),
    ports: specs.filter((spec) => spec.type === name).flatMap(({ port }) => port ?? []),
  }));
}
