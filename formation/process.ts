import type { Exit, ProcessSpec, ProcessState } from './model';
import type { StopSignal } from './world';

/** Where a process stands. `starting.order` and `stopping.again` hold the last order given meanwhile. */
export type Phase =
  | { readonly at: 'idle' }
  | { readonly at: 'starting'; readonly order: 'run' | 'stop' | 'restart' }
  | { readonly at: 'running'; readonly pid: number }
  | Stopping
  | { readonly at: 'exited'; readonly exit: Exit; readonly asked: boolean }
  | { readonly at: 'failed'; readonly reason: string };

/** Ending, with all that it started. `exit` is known once its own process has ended. */
interface Stopping {
  readonly at: 'stopping';
  readonly pid: number;
  /** False where it ended by itself and only what it left behind is being ended. */
  readonly asked: boolean;
  readonly again: boolean;
  readonly exit: Exit | undefined;
}

export interface Life {
  readonly phase: Phase;
  readonly startedAt: number | undefined;
  readonly restarts: number;
}

export type ProcessEvent =
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  | { readonly type: 'restart' }
  | { readonly type: 'spawned'; readonly pid: number; readonly at: number }
  | { readonly type: 'spawn-failed'; readonly reason: string }
  | { readonly type: 'exited'; readonly exit: Exit; readonly left: boolean }
  | { readonly type: 'gone' }
  | { readonly type: 'grace-elapsed' };

export type Effect =
  | { readonly type: 'spawn' }
  | { readonly type: 'signal'; readonly signal: StopSignal }
  | { readonly type: 'start-grace' }
  | { readonly type: 'cancel-grace' }
  | { readonly type: 'say'; readonly text: string }
  /** Nothing of this start is left; whoever waits for the stop may go on. */
  | { readonly type: 'ended' };

export type Step = readonly [next: Life, ...effects: Effect[]];

export const unborn: Life = { phase: { at: 'idle' }, startedAt: undefined, restarts: 0 };

const terminate: readonly Effect[] = [{ type: 'signal', signal: 'SIGTERM' }, { type: 'start-grace' }];

/** The whole life of one process: what an event makes of it, and what is to be done about that. */
export function step(life: Life, event: ProcessEvent): Step {
  switch (event.type) {
    case 'start':
      return onStart(life);
    case 'stop':
      return onStop(life);
    case 'restart':
      return onRestart(life);
    case 'spawned':
      return onSpawned(life, event.pid, event.at);
    case 'spawn-failed':
      return onSpawnFailed(life, event.reason);
    case 'exited':
      return onExited(life, event.exit, event.left);
    case 'gone':
      return onGone(life);
    case 'grace-elapsed':
      return onGraceElapsed(life);
  }
}

function onStart(life: Life): Step {
  const { phase } = life;
  if (phase.at === 'running') return [life];
  if (phase.at === 'stopping') return [{ ...life, phase: { ...phase, again: true } }];
  if (phase.at === 'starting') {
    const order = phase.order === 'stop' ? 'run' : phase.order;
    return [{ ...life, phase: { ...phase, order } }];
  }
  return spawn(0);
}

function onStop(life: Life): Step {
  const { phase } = life;
  if (phase.at === 'running') return stopping(life, phase.pid, false);
  if (phase.at === 'starting') return [{ ...life, phase: { ...phase, order: 'stop' } }];
  if (phase.at === 'stopping') return [{ ...life, phase: { ...phase, again: false } }];
  return [life];
}

function onRestart(life: Life): Step {
  const { phase } = life;
  if (phase.at === 'running') return stopping(life, phase.pid, true);
  if (phase.at === 'starting') return [{ ...life, phase: { ...phase, order: 'restart' } }];
  if (phase.at === 'stopping') return [{ ...life, phase: { ...phase, again: true } }];
  return spawn(phase.at === 'idle' ? 0 : life.restarts + 1);
}

function onSpawned(life: Life, pid: number, at: number): Step {
  const { phase } = life;
  if (phase.at !== 'starting') return [life];
  const born: Life = { ...life, startedAt: at };
  const says: Effect = { type: 'say', text: `started with pid ${pid}` };
  if (phase.order === 'run') return [{ ...born, phase: { at: 'running', pid } }, says];
  const [next, ...effects] = stopping(born, pid, phase.order === 'restart');
  return [next, says, ...effects];
}

function onSpawnFailed(life: Life, reason: string): Step {
  const { phase } = life;
  if (phase.at !== 'starting') return [life];
  const says: Effect = { type: 'say', text: `could not be started: ${reason}` };
  if (phase.order === 'restart') {
    const [next, ...effects] = spawn(life.restarts + 1);
    return [next, says, { type: 'ended' }, ...effects];
  }
  return [{ ...life, phase: { at: 'failed', reason } }, says, { type: 'ended' }];
}

function onExited(life: Life, exit: Exit, left: boolean): Step {
  const { phase } = life;
  if (phase.at === 'running') {
    const { pid } = phase;
    if (!left) return ended(life, exit, false, false);
    const next: Stopping = { at: 'stopping', pid, asked: false, again: false, exit };
    const text = `${exitInWords(exit)}; ending the processes it left running`;
    return [{ ...life, phase: next }, { type: 'say', text }, ...terminate];
  }
  if (phase.at !== 'stopping') return [life];
  if (left) return [{ ...life, phase: { ...phase, exit } }];
  return ended(life, exit, phase.asked, phase.again);
}

function onGone(life: Life): Step {
  const { phase } = life;
  if (phase.at !== 'stopping' || !phase.exit) return [life];
  return ended(life, phase.exit, phase.asked, phase.again);
}

/** What outlived one SIGKILL may have been forking meanwhile, so the timer runs again. */
function onGraceElapsed(life: Life): Step {
  if (life.phase.at !== 'stopping') return [life];
  return [life, { type: 'signal', signal: 'SIGKILL' }, { type: 'start-grace' }];
}

function spawn(restarts: number): Step {
  return [{ phase: { at: 'starting', order: 'run' }, startedAt: undefined, restarts }, { type: 'spawn' }];
}

function stopping(life: Life, pid: number, again: boolean): Step {
  const phase: Stopping = { at: 'stopping', pid, asked: true, again, exit: undefined };
  return [{ ...life, phase }, ...terminate];
}

function ended(life: Life, exit: Exit, asked: boolean, again: boolean): Step {
  const done: readonly Effect[] = [
    { type: 'cancel-grace' },
    { type: 'say', text: exitInWords(exit) },
    { type: 'ended' },
  ];
  if (!again) return [{ ...life, phase: { at: 'exited', exit, asked } }, ...done];
  const [next, ...effects] = spawn(life.restarts + 1);
  return [next, ...done, ...effects];
}

function exitInWords(exit: Exit): string {
  return exit.signal === undefined ? `exited with code ${exit.code ?? 0}` : `ended by ${exit.signal}`;
}

/** True while a process of it may live. */
export function isLive({ phase }: Life): boolean {
  return phase.at === 'starting' || phase.at === 'running' || phase.at === 'stopping';
}

/** The life of a process as its watchers see it. */
export function viewOf(spec: ProcessSpec, life: Life): ProcessState {
  const { phase, startedAt, restarts } = life;
  return {
    id: spec.id,
    type: spec.type,
    instance: spec.instance,
    status: phase.at === 'idle' ? 'exited' : phase.at,
    pid: phase.at === 'running' || phase.at === 'stopping' ? phase.pid : undefined,
    port: spec.port,
    startedAt,
    exit: phase.at === 'stopping' || phase.at === 'exited' ? phase.exit : undefined,
    failure: phase.at === 'failed' ? phase.reason : undefined,
    restarts,
    stopped: phase.at === 'exited' && phase.asked,
  };
}
