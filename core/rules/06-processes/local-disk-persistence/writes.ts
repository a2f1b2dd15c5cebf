import type { CallFact } from '../../../facts/fact';
import { argumentAt, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { says } from '../shared/apis';
import { keptFile, uploadFolder } from '../shared/uploads';

/** The function writes a file: one that is to be kept breaks the rule. */
export function writes(
  calls: readonly string[],
  index: number,
  global = false,
  when: (call: CallFact) => boolean = () => true,
): Api {
  return {
    calls,
    global,
    breach: (call, _file, app) => {
      const found = when(call) ? keptFile(argumentAt(call.args, index), app) : undefined;
      return found && { ...says('This write', call.range), ...found };
    },
  };
}

/** A method of a path writes what it leads to: `Path("uploads/a").write_bytes(…)`. */
export function writesTo(calls: readonly string[], when: (call: CallFact) => boolean = () => true): Api {
  return {
    calls,
    receiver: true,
    beside: ['pathlib'],
    breach: (call, _file, app) => {
      const found = when(call) ? keptFile(call.receiver, app) : undefined;
      return found && { ...says('This write', call.range), ...found };
    },
  };
}

/** The function serves a folder of what users gave: whoever writes there is the place to change. */
export function serves(calls: readonly string[], index: number, keyword?: string, global = false): Api {
  return {
    calls,
    global,
    breach: (call) =>
      uploadFolder(argumentAt(call.args, index, keyword))
        ? says('This folder', call.range, 'information')
        : undefined,
  };
}

/** A mode in which a file is opened to be written: `w`, `wb`, `a+`, `x`, `c`. */
export const toWrite =
  (index: number, keyword?: string) =>
  (call: CallFact): boolean =>
    /^[waxc][bt+]*$|r\+/.test(textOf(argumentAt(call.args, index, keyword)) ?? '');
