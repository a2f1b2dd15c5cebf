import type { Api } from '../../../rule';
import { nameOf } from '../shared/apis';
import { isLogFile } from '../shared/log-file';

/** A library that splits, renames and deletes log files. */
export function rotates(...calls: readonly string[]): Api {
  return { calls, breach: (call) => ({ range: call.range, words: { api: nameOf(call) } }) };
}

/** Renames or deletes a file that is named like a log. */
export function moves(calls: readonly string[], global = false): Api {
  return {
    calls,
    global,
    breach: (call) => {
      const [from] = call.args;
      return from && isLogFile(from.value) ? { range: call.range, words: { api: nameOf(call) } } : undefined;
    },
  };
}
