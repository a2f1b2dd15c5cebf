import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, property } from '../../../facts/values';
import type { Api, Breach } from '../../../rule';
import { isChosenByDeploy, isFile } from './log-file';

/** A breach at the whole call; information where the deploy chooses the file. */
export function at(call: CallFact, file?: Value, repair?: Breach['repair']): Breach {
  const soft = file && isChosenByDeploy(file) ? ({ severity: 'information' } as const) : {};
  return { range: call.range, words: { api: nameOf(call) }, ...soft, ...(repair ? { repair } : {}) };
}

/** A callee as a reader knows it: without what built its receiver. */
export function nameOf({ callee }: CallFact): string {
  const plain = callee
    .replaceAll('()', '')
    .replace(/^\?\$?/, '')
    .replace(/\.new$/, '');
  return /^[\w.-]+\.[a-z]+\//.test(plain) ? plain.slice(plain.lastIndexOf('/') + 1) : plain;
}

interface Where {
  readonly index?: number;
  /** The keyword, or the key of the options that the argument holds. */
  readonly key?: string;
  readonly global?: boolean;
  readonly repair?: Breach['repair'];
}

function sinkOf(call: CallFact, { index = 0, key }: Where): Value | undefined {
  const given = argumentAt(call.args, index, key);
  return (key === undefined ? undefined : property(given, key)) ?? given;
}

/** What only ever writes to a file: it breaks the rule unless it is given a stream. */
export function fileOnly(calls: readonly string[], where: Where = {}): Api {
  return {
    calls,
    global: where.global ?? false,
    breach: (call) => {
      const sink = sinkOf(call, where);
      const isOpen = !sink || /^(?:object|unknown|reference|call|null)$/.test(sink.kind);
      return isOpen || isFile(sink) ? at(call, sink, repairOf(call, where)) : undefined;
    },
  };
}

/** What writes to whatever it is given: it breaks the rule where that is a file. */
export function fileWhenGiven(calls: readonly string[], where: Where = {}): Api {
  return {
    calls,
    global: where.global ?? false,
    breach: (call) => {
      const sink = sinkOf(call, where);
      return isFile(sink) ? at(call, sink, repairOf(call, where)) : undefined;
    },
  };
}

/** What breaks the rule whatever it is given. */
export function always(...calls: readonly string[]): Api {
  return { calls, breach: (call) => at(call) };
}

/** The same, with what is to be done about it. */
export function alwaysWith(repair: NonNullable<Breach['repair']>, ...calls: readonly string[]): Api {
  return { calls, breach: (call) => at(call, undefined, fromCallee(call, repair)) };
}

/** A repair that keeps the call up to the end of its callee. */
export function fromCallee(call: CallFact, repair: NonNullable<Breach['repair']>): Breach['repair'] {
  return { ...repair, calleeEnd: call.calleeRange.end - call.range.start };
}

function repairOf(call: CallFact, { repair }: Where): Breach['repair'] {
  return repair && fromCallee(call, repair);
}

/** The items of an array, or the values of an object. */
export function items(value: Value | undefined): readonly Value[] {
  if (value?.kind === 'array') return value.items;
  return value?.kind === 'object' ? value.entries.map((entry) => entry.value) : [];
}
