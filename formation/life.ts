import type { Exit, OnEnd, ProcessSpec } from './model';
import type { StopSignal } from './world';

/** Where a process stands. `starting.order` and `stopping.again` hold the last order given meanwhile. */
export type Phase =
  | { readonly at: 'idle' }
  | { readonly at: 'waiting' }
  | { readonly at: 'starting'; readonly order: 'run' | 'stop' | 'restart' }
  | { readonly at: 'running'; readonly pid: number }
  | Stopping
  | { readonly at: 'resting'; readonly exit: Exit; readonly until: number }
  | { readonly at: 'exited'; readonly exit: Exit; readonly asked: boolean }
  | { readonly at: 'failed'; readonly reason: string };

/** Ending, with all that it started. `exit` is known once its own process has ended. */
export interface Stopping {
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
  /** Ends by itself in a row, each soon after its start. */
  readonly crashes: number;
  /** Why the engine itself started it last. */
  readonly reason: string | undefined;
  readonly ready: boolean;
}

/** What the spec of a process says of its life. */
export interface Policy {
  readonly onEnd: OnEnd;
  readonly oneShot: boolean;
  readonly stopSignal: StopSignal;
  /** It has no rule of readiness and is not expected to listen, so to run is to be ready. */
  readonly readyAtOnce: boolean;
}

export function policyOf(spec: ProcessSpec): Policy {
  const { onEnd = 'leave', oneShot = false, stopSignal = 'SIGTERM', ready, serves = false, port } = spec;
  const readyAtOnce = ready === undefined && !(serves && port !== undefined);
  return { onEnd, oneShot, stopSignal, readyAtOnce };
}

export type ProcessEvent =
  /** `waits`: for others, until `clear`. */
  | { readonly type: 'start'; readonly waits?: boolean }
  | { readonly type: 'clear' }
  | { readonly type: 'stop' }
  | { readonly type: 'restart'; readonly reason?: string }
  | { readonly type: 'spawned'; readonly pid: number; readonly at: number }
  | { readonly type: 'spawn-failed'; readonly reason: string }
  | { readonly type: 'ready' }
  | { readonly type: 'exited'; readonly exit: Exit; readonly left: boolean; readonly at: number }
  | { readonly type: 'gone'; readonly at: number }
  | { readonly type: 'grace-elapsed' }
  | { readonly type: 'rest-elapsed' };

export type Effect =
  | { readonly type: 'spawn' }
  | { readonly type: 'signal'; readonly signal: StopSignal }
  | { readonly type: 'start-grace' }
  | { readonly type: 'cancel-grace' }
  | { readonly type: 'start-rest'; readonly ms: number }
  | { readonly type: 'cancel-rest' }
  | { readonly type: 'say'; readonly text: string }
  /** All other processes are to be stopped. */
  | { readonly type: 'stop-all' }
  /** Nothing of this start is left; whoever waits for the stop may go on. */
  | { readonly type: 'ended' };

export type Step = readonly [next: Life, ...effects: Effect[]];

export const unborn: Life = {
  phase: { at: 'idle' },
  startedAt: undefined,
  restarts: 0,
  crashes: 0,
  reason: undefined,
  ready: false,
};

/** As many crashes in a row are a crash loop. */
const loop = 5;

export function isCrashLoop({ crashes }: Life): boolean {
  return crashes >= loop;
}

/** True while a process of it may live, or will without an order. */
export function isLive({ phase }: Life): boolean {
  return phase.at !== 'idle' && phase.at !== 'exited' && phase.at !== 'failed';
}
