import type { EntryCheck } from '../../../rule';
import { removing } from '../../06-processes/shared/repairs';

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
    breach({ keys, value, range, whole }) {
      const row = WORDS[keys[1] ?? ''];
      if (!row?.[0].test(value)) return undefined;
      return removing({ range, words: { what: row[1] } }, `Remove ${keys[1]}`, whole);
    },
  },
];
