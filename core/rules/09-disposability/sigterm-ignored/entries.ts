import type { EntryCheck } from '../../../rule';

const UNITS = /\.service$/;
const WORDS: Readonly<Record<string, readonly [RegExp, string]>> = {
  KillSignal: [/^(?:SIG)?KILL$/, 'systemd sends SIGKILL first'],
  KillMode: [/^none$/, 'systemd sends no signal'],
};

/** Units that never send it. */
export const units: readonly EntryCheck[] = [
  {
    files: UNITS,
    at: /^Service\.(?:KillSignal|KillMode)$/,
    breach({ keys, value, range }) {
      const row = WORDS[keys[1] ?? ''];
      return row?.[0].test(value) ? { range, words: { what: row[1] } } : undefined;
    },
  },
];
