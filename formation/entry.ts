import type { ProcessSpec } from './model';
import type { Output } from './output';
import { type Life, unborn } from './process';
import type { Child } from './world';

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
