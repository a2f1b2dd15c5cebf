import type { ProcessState } from '../../formation/model';
import { type Tone, wordsFor } from './process-words';
import { type FormationView, isAlive, type Target, type TypeView } from './view';

/** One line of the view; plain data, so that a test can read the whole tree. */
export interface Row {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly icon: { readonly id: string; readonly tone: Tone } | undefined;
  /** Words that menus ask for: `formation` `type` `process` `group`, `canStart` `canStop` `canScale` `hasPort` … */
  readonly context: string;
  readonly tooltip: string;
  /** What a screen reader says: "web.1, running, port 5000". */
  readonly spoken: string;
  readonly target: Target;
  readonly children: readonly Row[];
}

/** The whole tree. Formations get a row of their own only where there is more than one. */
export function rowsOf(formations: readonly FormationView[]): readonly Row[] {
  const [only] = formations;
  if (only && formations.length === 1) return typeRows(only);
  return formations.map(formationRow);
}

function formationRow(view: FormationView): Row {
  const total = view.types.reduce((sum, type) => sum + (type.oneOff ? 0 : type.count), 0);
  const running = view.processes.filter((process) => process.status === 'running').length;
  const active = view.processes.some(isAlive);
  return {
    key: view.key,
    label: view.name,
    description: active ? `${running}/${total}` : 'stopped',
    icon: undefined,
    context: `formation ${active ? 'canStop' : 'canStart'}`,
    tooltip: view.key,
    spoken: `${view.name}, ${active ? `${running} of ${total} running` : 'stopped'}`,
    target: { formation: view.key },
    children: typeRows(view),
  };
}

function typeRows(view: FormationView): readonly Row[] {
  const rows = view.types.filter((type) => !type.oneOff).map((type) => typeRow(view, type));
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

function typeRow(view: FormationView, type: TypeView): Row {
  const processes = view.processes.filter((process) => process.type === type.name);
  const running = processes.filter((process) => process.status === 'running').length;
  const active = processes.some(isAlive);
  const tone = toneOf(processes);
  const counted = active || tone === 'bad';
  const count = counted ? `${running}/${type.count}` : `×${type.count}`;
  const spokenState = counted ? `${running} of ${type.count} running` : `stopped, ${type.count} wanted`;
  const children = instancesOf(type, processes).map((instance) => processRow(view, type, instance));
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
    }),
    tooltip: `${type.name}: ${type.command}`,
    spoken: `${type.name}, ${spokenState}`,
    target: { formation: view.key, type: type.name },
    children,
  };
}

interface Instance {
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

function processRow(view: FormationView, type: TypeView, { id, port, process }: Instance): Row {
  const { state, icon, tone } = wordsFor(process);
  const active = isAlive(process);
  const running = process?.status === 'running';
  const shownPort = type.serves && port !== undefined ? port : undefined;
  const pid = active && process?.pid !== undefined ? `pid ${process.pid}` : undefined;
  return {
    key: `${view.key}#${id}`,
    label: id,
    description: present([state, shownPort && `:${shownPort}`, pid]).join(' · '),
    icon: { id: icon, tone },
    context: contextOf('process', {
      canStart: !active,
      canStop: active,
      hasOutput: process !== undefined,
      hasPort: running && port !== undefined,
      serves: running && shownPort !== undefined,
    }),
    tooltip: present([`${id}: ${state}`, port && `PORT ${port}`, pid, type.command]).join('\n'),
    spoken: present([id, state, shownPort && `port ${shownPort}`]).join(', '),
    target: { formation: view.key, type: type.name, id },
    children: [],
  };
}

function oneOffRow(view: FormationView, type: TypeView): Row {
  const process = view.processes.find((candidate) => candidate.type === type.name);
  const { state, icon, tone } = wordsFor(process);
  const active = isAlive(process);
  const id = `${type.name}.1`;
  return {
    key: `${view.key}#${type.name}`,
    label: type.name,
    description: process ? `${state}  ${type.command}` : type.command,
    icon: { id: icon, tone },
    context: contextOf('oneOff', { canStart: !active, canStop: active, hasOutput: process !== undefined }),
    tooltip: `${type.name}: ${type.command}`,
    spoken: `${type.name}, one-off process, ${process ? state : 'not run yet'}`,
    target: { formation: view.key, type: type.name, id },
    children: [],
  };
}

function toneOf(processes: readonly ProcessState[]): Tone {
  const tones = new Set(processes.map((process) => wordsFor(process).tone));
  return (['bad', 'busy', 'good'] as const).find((tone) => tones.has(tone)) ?? 'quiet';
}

function contextOf(kind: string, words: Readonly<Record<string, boolean>>): string {
  return [kind, ...Object.keys(words).filter((word) => words[word])].join(' ');
}

function present(parts: readonly (string | number | undefined)[]): readonly string[] {
  return parts.filter((part) => part !== undefined && part !== '' && part !== 0).map(String);
}
