import { exitInWords } from './exit-words';
import type { Effect, Life, Phase, Policy, ProcessEvent, Step, Stopping } from './life';
import type { Exit } from './model';

/** Milliseconds of rest after each crash in a row. */
const rests = [1000, 2000, 4000, 8000, 16_000, 30_000] as const;

/** What has run for as long has not crashed at its start. */
const steadyMs = 60_000;

const usual: Policy = { onEnd: 'leave', oneShot: false, stopSignal: 'SIGTERM', readyAtOnce: true };

/** The whole life of one process: what an event makes of it, and what is to be done about that. */
export function step(life: Life, event: ProcessEvent, policy: Policy = usual): Step {
  switch (event.type) {
    case 'start':
      return onStart(life, event.waits ?? false);
    case 'clear':
      return life.phase.at === 'waiting' ? spawn(life) : [life];
    case 'stop':
      return onStop(life, policy);
    case 'restart':
      return onRestart(life, policy, event.reason);
    case 'spawned':
      return onSpawned(life, event.pid, event.at, policy);
    case 'spawn-failed':
      return onSpawnFailed(life, event.reason);
    case 'ready':
      return life.phase.at === 'running' && !life.ready ? [{ ...life, ready: true }] : [life];
    case 'exited':
      return onExited(life, event, policy);
    case 'gone':
      return onGone(life, event.at, policy);
    case 'grace-elapsed':
      return onGraceElapsed(life);
    case 'rest-elapsed':
      return life.phase.at === 'resting' ? spawn({ ...life, restarts: life.restarts + 1 }) : [life];
  }
}

function onStart(life: Life, waits: boolean): Step {
  const { phase } = life;
  switch (phase.at) {
    case 'running':
    case 'waiting':
      return [life];
    case 'stopping':
      return [{ ...life, phase: { ...phase, again: true } }];
    case 'starting': {
      const order = phase.order === 'stop' ? 'run' : phase.order;
      return [{ ...life, phase: { ...phase, order } }];
    }
    default:
      return begin(life, waits);
  }
}

/** An order of the user: what was counted so far is forgotten. */
function begin({ phase }: Life, waits: boolean): Step {
  const fresh: Life = {
    phase: { at: 'waiting' },
    startedAt: undefined,
    restarts: 0,
    crashes: 0,
    reason: undefined,
    ready: false,
  };
  const [next, ...effects]: Step = waits ? [fresh] : spawn(fresh);
  return phase.at === 'resting' ? [next, { type: 'cancel-rest' }, ...effects] : [next, ...effects];
}

function onStop(life: Life, policy: Policy): Step {
  const { phase } = life;
  if (phase.at === 'running') return stopping(life, phase.pid, false, policy);
  if (phase.at === 'starting') return [{ ...life, phase: { ...phase, order: 'stop' } }];
  if (phase.at === 'stopping') return [{ ...life, phase: { ...phase, again: false } }];
  if (phase.at === 'waiting') return [{ ...life, phase: { at: 'idle' } }, { type: 'ended' }];
  if (phase.at !== 'resting') return [life];
  const exited: Phase = { at: 'exited', exit: phase.exit, asked: true };
  return [{ ...life, phase: exited }, { type: 'cancel-rest' }, { type: 'ended' }];
}

function onRestart(from: Life, policy: Policy, reason: string | undefined): Step {
  const { phase } = from;
  const life: Life = { ...from, reason, crashes: 0 };
  if (phase.at === 'running') return stopping(life, phase.pid, true, policy);
  if (phase.at === 'starting') return [{ ...life, phase: { ...phase, order: 'restart' } }];
  if (phase.at === 'stopping') return [{ ...life, phase: { ...phase, again: true } }];
  if (phase.at === 'waiting') return [life];
  if (phase.at === 'idle') return spawn(life);
  const [next, ...effects] = spawn({ ...life, restarts: life.restarts + 1 });
  return phase.at === 'resting' ? [next, { type: 'cancel-rest' }, ...effects] : [next, ...effects];
}

function onSpawned(life: Life, pid: number, at: number, policy: Policy): Step {
  const { phase } = life;
  if (phase.at !== 'starting') return [life];
  const born: Life = { ...life, startedAt: at };
  const says: Effect = { type: 'say', text: `started with pid ${pid}` };
  if (phase.order === 'run') {
    return [{ ...born, phase: { at: 'running', pid }, ready: policy.readyAtOnce }, says];
  }
  const [next, ...effects] = stopping(born, pid, phase.order === 'restart', policy);
  return [next, says, ...effects];
}

function onSpawnFailed(life: Life, reason: string): Step {
  const { phase } = life;
  if (phase.at !== 'starting') return [life];
  const says: Effect = { type: 'say', text: `could not be started: ${reason}` };
  if (phase.order === 'restart') {
    const [next, ...effects] = spawn({ ...life, restarts: life.restarts + 1 });
    return [next, says, { type: 'ended' }, ...effects];
  }
  return [{ ...life, phase: { at: 'failed', reason } }, says, { type: 'ended' }];
}

function onExited(life: Life, event: Extract<ProcessEvent, { type: 'exited' }>, policy: Policy): Step {
  const { phase } = life;
  const { exit, left, at } = event;
  if (phase.at === 'running') {
    const { pid } = phase;
    if (!left) return ended(life, exit, { asked: false, again: false, at }, policy);
    const next: Stopping = { at: 'stopping', pid, asked: false, again: false, exit };
    const text = `${exitInWords(exit)}; ending the processes it left running`;
    return [{ ...life, phase: next, ready: false }, { type: 'say', text }, ...terminate(policy)];
  }
  if (phase.at !== 'stopping') return [life];
  if (left) return [{ ...life, phase: { ...phase, exit } }];
  return ended(life, exit, { ...phase, at }, policy);
}

function onGone(life: Life, at: number, policy: Policy): Step {
  const { phase } = life;
  if (phase.at !== 'stopping' || !phase.exit) return [life];
  return ended(life, phase.exit, { ...phase, at }, policy);
}

/** What outlived one SIGKILL may have been forking meanwhile, so the timer runs again. */
function onGraceElapsed(life: Life): Step {
  if (life.phase.at !== 'stopping') return [life];
  return [life, { type: 'signal', signal: 'SIGKILL' }, { type: 'start-grace' }];
}

function spawn(life: Life): Step {
  const phase: Phase = { at: 'starting', order: 'run' };
  return [{ ...life, phase, startedAt: undefined, ready: false }, { type: 'spawn' }];
}

function stopping(life: Life, pid: number, again: boolean, policy: Policy): Step {
  const phase: Stopping = { at: 'stopping', pid, asked: true, again, exit: undefined };
  return [{ ...life, phase, ready: false }, ...terminate(policy)];
}

function terminate({ stopSignal }: Policy): readonly Effect[] {
  return [{ type: 'signal', signal: stopSignal }, { type: 'start-grace' }];
}

interface End {
  readonly asked: boolean;
  readonly again: boolean;
  readonly at: number;
}

function ended(from: Life, exit: Exit, { asked, again, at }: End, { onEnd, oneShot }: Policy): Step {
  const life: Life = { ...from, ready: false };
  const words = exitInWords(exit, asked);
  const done = (text: string): Effect[] => [
    { type: 'cancel-grace' },
    { type: 'say', text },
    { type: 'ended' },
  ];
  if (again) {
    const [next, ...effects] = spawn({ ...life, restarts: life.restarts + 1 });
    return [next, ...done(words), ...effects];
  }
  const exited: Life = { ...life, phase: { at: 'exited', exit, asked } };
  const isDone = oneShot && exit.code === 0;
  if (asked || isDone || onEnd === 'leave') return [exited, ...done(words)];
  if (onEnd === 'stop-all') return [exited, ...done(`${words}; stopping all others`), { type: 'stop-all' }];
  const steady = at - (life.startedAt ?? at) >= steadyMs;
  const crashes = steady ? 1 : life.crashes + 1;
  const ms = rests[Math.min(crashes, rests.length) - 1] ?? rests[0];
  const rested: Life = { ...life, crashes, reason: words, phase: { at: 'resting', exit, until: at + ms } };
  const text = `${words}; starting again in ${ms / 1000} s`;
  return [rested, ...done(text), { type: 'start-rest', ms }];
}
