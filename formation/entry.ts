import type { ProcessSpec } from './model';
import type { Output } from './output';
import { type Life, unborn } from './process';
import type { Child, Clock } from './world';

/** One process of a formation, over all its starts. */
export interface Entry {
  readonly id: string;
  /** What runs, or ran last. */
  spec: ProcessSpec;
  /** What the next start runs. */
  wanted: ProcessSpec;
  life: Life;
  child: Child | undefined;
  /** Of the current start, from its spawn until nothing of it is left. */
  output: Output | undefined;
  cancelGrace: (() => void) | undefined;
  readonly waiting: Set<() => void>;
}

export function newEntry(spec: ProcessSpec): Entry {
  return {
    id: spec.id,
    spec,
    wanted: spec,
    life: unborn,
    child: undefined,
    output: undefined,
    cancelGrace: undefined,
    waiting: new Set(),
  };
}

/** Runs `elapsed` once the process has had its time to end. */
export function startGrace(entry: Entry, clock: Clock, elapsed: () => void): void {
  entry.cancelGrace?.();
  entry.cancelGrace = clock.after(entry.spec.graceMs, elapsed);
}

/** Nothing of the start is left. */
export function settle(entry: Entry): void {
  entry.child = undefined;
  entry.output = undefined;
  for (const resolve of entry.waiting) resolve();
  entry.waiting.clear();
}
