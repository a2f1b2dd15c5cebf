import type { Api } from '../../../rule';
import { isLogFile } from '../shared/log-file';

/** A library that splits, renames and deletes log files. */
export function rotates(...calls: readonly string[]): Api {
  return { calls, breach: (call) => ({ range: call.range, words: { api: shortName(call.callee) } }) };
}

/** Renames or deletes a file that is named like a log. */
export function moves(calls: readonly string[], global = false): Api {
  return {
    calls,
    global,
    breach: (call) => {
      const [from] = call.args;
      return from && isLogFile(from.value)
        ? { range: call.range, words: { api: shortName(call.callee) } }
        : undefined;
    },
  };
}

export function shortName(callee: string): string {
  const plain = callee
    .replaceAll('()', '')
    .replace(/^\?\$?/, '')
    .replace(/\.new$/, '');
  return plain.includes('/') && !plain.startsWith('@') ? plain.slice(plain.lastIndexOf('/') + 1) : plain;
}

export const fs = (...names: readonly string[]): string[] =>
  names.flatMap((name) => [`fs.${name}`, `fs.promises.${name}`, `fs/promises.${name}`, `fs-extra.${name}`]);
