import { isCrashLoop, isLive, type Life } from './life';
import type { PortState, ProcessSpec, ProcessState } from './model';

/** What is known of a process besides its life. */
export interface Circumstances {
  /** What a start would run now. */
  readonly wanted: ProcessSpec;
  readonly portState: PortState;
  readonly waitingFor: readonly string[];
  readonly terminal: boolean;
}

/** The life of a process as its watchers see it. */
export function viewOf(spec: ProcessSpec, life: Life, around: Circumstances): ProcessState {
  const { phase, startedAt, restarts } = life;
  const oneShot = spec.oneShot ?? false;
  const exit = 'exit' in phase ? phase.exit : undefined;
  return {
    id: spec.id,
    type: spec.type,
    instance: spec.instance,
    status: phase.at === 'idle' ? 'exited' : phase.at,
    pid: phase.at === 'running' || phase.at === 'stopping' ? phase.pid : undefined,
    port: spec.port,
    startedAt,
    exit,
    failure: phase.at === 'failed' ? phase.reason : undefined,
    restarts,
    stopped: phase.at === 'exited' && phase.asked,
    oneShot,
    ready: isReady(spec, life),
    portState: around.portState,
    waitingFor: around.waitingFor,
    restartAt: phase.at === 'resting' ? phase.until : undefined,
    restartReason: life.reason,
    crashLoop: isCrashLoop(life),
    ...(isLive(life) ? changesBetween(spec, around.wanted) : none),
    terminal: around.terminal,
  };
}

/** True where what comes after it may be started: it is ready, or a one-shot that is done. */
export function isReady(spec: ProcessSpec, { phase, ready }: Life): boolean {
  if (!spec.oneShot) return ready;
  return phase.at === 'exited' && phase.exit.code === 0 && !phase.asked;
}

/** Whether what comes after it has to wait for it. */
export function holdsUp(spec: ProcessSpec, life: Life): boolean {
  if (isReady(spec, life)) return false;
  const { phase } = life;
  if (phase.at === 'exited') return !phase.asked && phase.exit.code !== 0;
  return phase.at !== 'idle';
}

const none: Pick<ProcessState, 'changedKeys' | 'changedCommand'> = { changedKeys: [], changedCommand: false };

function changesBetween(
  ran: ProcessSpec,
  wanted: ProcessSpec,
): Pick<ProcessState, 'changedKeys' | 'changedCommand'> {
  if (ran === wanted) return none;
  const names = new Set([...Object.keys(ran.env), ...Object.keys(wanted.env)]);
  return {
    changedKeys: [...names].filter((name) => ran.env[name] !== wanted.env[name]).sort(),
    changedCommand: ran.command !== wanted.command || ran.cwd !== wanted.cwd,
  };
}
