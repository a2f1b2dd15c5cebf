import type { ProcessState } from '../../formation/model';
import { memory } from './figures';
import { contextOf, oneOffRow, present, processRow } from './process-row';
import { type Tone, wordsFor } from './process-words';
import { type FormationView, isAlive, type Target, type TypeView } from './view';

/** One line of the view; plain data, so that a test can read the whole tree. */
export interface Row {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly icon: { readonly id: string; readonly tone: Tone } | undefined;
  /** Words that menus ask for: `formation` `type` `process` `group`, `canStart` `canStop` `canScale` `opens` … */
  readonly context: string;
  readonly tooltip: string;
  /** What a screen reader says: "web.1, running, port 5000". */
  readonly spoken: string;
  readonly target: Target;
  readonly children: readonly Row[];
}

/** The whole tree. Formations get a row of their own only where there is more than one. */
export function rowsOf(formations: readonly FormationView[], now = Date.now()): readonly Row[] {
  const [only] = formations;
  if (only && formations.length === 1) return typeRows(only, now);
  return formations.map((formation) => formationRow(formation, now));
}

function formationRow(view: FormationView, now: number): Row {
  const total = view.types.reduce((sum, type) => sum + (type.oneOff ? 0 : type.count), 0);
  const running = view.processes.filter((process) => process.status === 'running').length;
  const active = view.processes.some(isAlive);
  const several = view.procfiles.length > 1;
  return {
    key: view.key,
    label: view.name,
    description: present([active ? `${running}/${total}` : 'stopped', several && view.procfile]).join(' · '),
    icon: undefined,
    context: contextOf('formation', { canStop: active, canStart: !active, severalProcfiles: several }),
    tooltip: present([view.key, `Runs ${view.procfile}`]).join('\n'),
    spoken: present([
      view.name,
      active ? `${running} of ${total} running` : 'stopped',
      several && `runs ${view.procfile}`,
    ]).join(', '),
    target: { formation: view.key },
    children: typeRows(view, now),
  };
}

function typeRows(view: FormationView, now: number): readonly Row[] {
  const rows = view.types.filter((type) => !type.oneOff).map((type) => typeRow(view, type, now));
  const oneOffs = view.types.filter((type) => type.oneOff).map((type) => oneOffRow(view, type));
  if (oneOffs.length === 0) return rows;
  const group: Row = {
    key: `${view.key}#one-off`,
    label: 'One-off processes',
    description: '',
    icon: { id: 'terminal', tone: 'quiet' },
    context: 'group',
    tooltip: 'They run once and end. Starting the formation leaves them alone.',
    spoken: 'One-off processes',
    target: { formation: view.key },
    children: oneOffs,
  };
  return [...rows, group];
}

function typeRow(view: FormationView, type: TypeView, now: number): Row {
  const processes = view.processes.filter((process) => process.type === type.name);
  const running = processes.filter((process) => process.status === 'running').length;
  const active = processes.some(isAlive);
  const tone = toneOf(processes);
  const counted = active || tone === 'bad';
  const count = counted ? `${running}/${type.count}` : `×${type.count}`;
  const spokenState = counted ? `${running} of ${type.count} running` : `stopped, ${type.count} wanted`;
  const children = instancesOf(type, processes).map((instance) => processRow(view, type, instance, now));
  return {
    key: `${view.key}#${type.name}`,
    label: type.name,
    description: `${count}  ${type.command}`,
    icon: { id: type.serves ? 'globe' : 'server-process', tone },
    context: contextOf('type', {
      canStart: !active && type.count > 0,
      canStop: active,
      canScale: true,
      canScaleDown: type.count > 0,
      canDebug: type.count > 0,
    }),
    tooltip: present([`${type.name}: ${type.command}`, type.starts, totalOf(view, processes)]).join('\n'),
    spoken: `${type.name}, ${spokenState}`,
    target: { formation: view.key, type: type.name },
    children,
  };
}

/** What all instances use together; of one, its own row tells it. */
function totalOf({ stats }: FormationView, processes: readonly ProcessState[]): string | undefined {
  const measured = processes.flatMap(({ id }) => stats?.get(id) ?? []);
  if (measured.length < 2) return undefined;
  const cpu = measured.reduce((sum, one) => sum + one.cpu, 0);
  const bytes = measured.reduce((sum, one) => sum + one.memory, 0);
  return `Together ${Math.round(cpu)} % CPU, ${memory(bytes)}`;
}

/** One instance of a process type: wanted, or still living past the count. */
export interface Instance {
  readonly id: string;
  readonly port: number | undefined;
  readonly process: ProcessState | undefined;
}

/** The instances wanted, started or not, and those that still live past the count. */
function instancesOf(type: TypeView, processes: readonly ProcessState[]): readonly Instance[] {
  const wanted = Array.from({ length: type.count }, (_, index) => {
    const process = processes.find((candidate) => candidate.instance === index + 1);
    const id = `${type.name}.${index + 1}`;
    return { id, port: process?.port ?? type.ports[index], process };
  });
  const surplus = processes
    .filter((process) => process.instance > type.count && isAlive(process))
    .map((process) => ({ id: process.id, port: process.port, process }));
  return [...wanted, ...surplus];
}

function toneOf(processes: readonly ProcessState[]): Tone {
  const tones = new Set(processes.map((process) => wordsFor(process).tone));
  return (['bad', 'warn', 'busy', 'good'] as const).find((tone) => tones.has(tone)) ?? 'quiet';
}
