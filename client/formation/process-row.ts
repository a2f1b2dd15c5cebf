import type { ProcessState } from '../../formation/model';
import { uptime, usage } from './figures';
import { changeInWords, type Words, wordsFor } from './process-words';
import type { Instance, Row } from './rows';
import { type FormationView, isAlive, type TypeView } from './view';

const underDebugger: Words = { state: 'in the debugger', icon: 'debug-alt', tone: 'busy' };

/** The row of one process. What a user must act on comes first in its description, what is only good to know last. */
export function processRow(view: FormationView, type: TypeView, instance: Instance, now: number): Row {
  const { id, port, process } = instance;
  const active = isAlive(process);
  const debugged = !active && (view.debugged?.has(id) ?? false);
  const { state, icon, tone } = debugged ? underDebugger : wordsFor(process, now);
  const running = process?.status === 'running';
  const answers = process?.portState === 'bound' || (process?.portState === 'unknown' && type.serves);
  const shownPort = type.serves && port !== undefined ? port : undefined;
  const change = process && active ? changeInWords(process) : undefined;
  const figures = process && active ? figuresOf(view, process, now) : [];
  const first = tone === 'good' ? [change, state] : [state, change];
  const restarts = restartsOf(process);
  const pid = active && process?.pid !== undefined ? `pid ${process.pid}` : undefined;
  return {
    key: `${view.key}#${id}`,
    label: id,
    description: present([...first, shownPort && `:${shownPort}`, ...figures, restarts, pid]).join(' · '),
    icon: change && running && tone === 'good' ? { id: 'debug-restart', tone: 'warn' } : { id: icon, tone },
    context: contextOf('process', {
      canStart: !active && !debugged,
      canStop: active,
      hasOutput: process !== undefined,
      opens: running && port !== undefined && answers,
      canDebug: !debugged,
      canAttach: running,
      canType: running,
      changed: change !== undefined,
    }),
    tooltip: tooltipOf(instance, type, state, present([...figures, restarts, pid])),
    spoken: present([id, state, change, shownPort && `port ${shownPort}`, restarts]).join(', '),
    target: { formation: view.key, type: type.name, id },
    children: [],
  };
}

/** The row of a process type that runs once and ends. */
export function oneOffRow(view: FormationView, type: TypeView): Row {
  const process = view.processes.find((candidate) => candidate.type === type.name);
  const { state, icon, tone } = wordsFor(process);
  const active = isAlive(process);
  const id = `${type.name}.1`;
  return {
    key: `${view.key}#${type.name}`,
    label: type.name,
    description: process ? `${state}  ${type.command}` : type.command,
    icon: { id: icon, tone },
    context: contextOf('oneOff', {
      canStart: !active,
      canStop: active,
      hasOutput: process !== undefined,
      canType: process?.status === 'running',
    }),
    tooltip: present([`${type.name}: ${type.command}`, type.starts]).join('\n'),
    spoken: `${type.name}, one-off process, ${process ? state : 'not run yet'}`,
    target: { formation: view.key, type: type.name, id },
    children: [],
  };
}

function figuresOf({ stats }: FormationView, process: ProcessState, now: number): readonly string[] {
  const { startedAt, status } = process;
  const since = startedAt === undefined || status !== 'running' ? undefined : uptime(startedAt, now);
  return [...usage(stats?.get(process.id)), ...present([since])];
}

function restartsOf(process: ProcessState | undefined): string | undefined {
  if (!process || process.restarts === 0) return undefined;
  return process.restarts === 1 ? '1 restart' : `${process.restarts} restarts`;
}

function tooltipOf(
  { id, port, process }: Instance,
  type: TypeView,
  state: string,
  figures: readonly string[],
): string {
  const keys = process?.changedKeys ?? [];
  return present([
    `${id}: ${state}`,
    type.command,
    type.starts,
    port && `PORT ${port}`,
    figures.length > 0 && figures.join(' · '),
    process?.restartReason && `Started again: ${process.restartReason}`,
    keys.length > 0 && `Changed since its start: ${keys.join(', ')}`,
    process?.changedCommand && 'Its command has changed since its start.',
  ]).join('\n');
}

export function contextOf(kind: string, words: Readonly<Record<string, boolean>>): string {
  return [kind, ...Object.keys(words).filter((word) => words[word])].join(' ');
}

export function present(parts: readonly (string | number | false | undefined)[]): readonly string[] {
  return parts
    .filter((part) => part !== undefined && part !== '' && part !== 0 && part !== false)
    .map(String);
}
