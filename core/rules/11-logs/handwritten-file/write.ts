import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt } from '../../../facts/values';
import type { Api, Breach } from '../../../rule';
import { isChosenByDeploy, isLogFile } from '../shared/log-file';
import { appends } from './modes';

export interface Write {
  readonly calls: readonly string[];
  /** Where the path stands. */
  readonly path?: number;
  /** Whether this call adds to the file; without it every call does. */
  readonly when?: (call: CallFact) => boolean;
  readonly global?: boolean;
  /** The function that prints the second argument instead. */
  readonly print?: string;
  /** The language whose opened file stdout can take the place of. */
  readonly opened?: 'python' | 'ruby' | 'rust';
  /** The file is made for one of these libraries, and the rule on log handlers speaks of it. */
  readonly unless?: RegExp;
}

/** Writes to a file that is named like a log. */
export function write({ calls, path = 0, when, global = false, unless, print, opened }: Write): Api {
  return {
    calls,
    global,
    breach: (call, file) => {
      const given = argumentAt(call.args, path);
      if (!given || !isLogFile(given) || (when && !when(call))) return undefined;
      if (unless && file.imports.some(({ module }) => unless.test(module))) return undefined;
      const soft = isChosenByDeploy(given) ? ({ severity: 'hint' } as const) : {};
      const kept = opened ? { repair: { opened } } : {};
      return { range: call.range, ...soft, ...kept, ...printing(call, print) };
    },
  };
}

/** What "Print it" needs to know. */
export function printing({ args }: CallFact, before: string | undefined, index = 1): Pick<Breach, 'repair'> {
  const text = args[index]?.value.range;
  return before && text ? { repair: { before, start: text.start, end: text.end } } : {};
}

export const mode =
  (index: number, keyword?: string) =>
  (call: CallFact): boolean =>
    appends(argumentAt(call.args, index, keyword));
export const refersTo =
  (names: RegExp, from = 1) =>
  ({ args }: CallFact): boolean =>
    args.slice(from).some(({ value }) => mentions(value, names));

export function mentions(value: Value, names: RegExp): boolean {
  if (value.kind === 'reference') return names.test(value.name);
  if (value.kind === 'array') return value.items.some((one) => mentions(one, names));
  return value.kind === 'either' && value.values.some((one) => mentions(one, names));
}

export const isTrue = (index: number) => (call: CallFact) => {
  const given = argumentAt(call.args, index, 'append');
  return given?.kind === 'boolean' && given.value;
};
