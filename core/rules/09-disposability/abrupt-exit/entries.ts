import type { ConfigEntry } from '../../../formats/entry';
import type { Breach, EntryCheck } from '../../../rule';

const COMPOSE = /(?:^|\/)(?:[\w.-]*[.-])?(?:docker-)?(?:compose|stack)(?:[.-][\w.-]+)?\.ya?ml$/i;
const MANIFESTS = /\.ya?ml$/;
const UNITS = /\.service$/;

function zero(unit: string): (entry: ConfigEntry) => Breach | undefined {
  return ({ value, range }) =>
    /^0+(?:ms|s|m|sec|min)?$/.test(value)
      ? { range, words: { what: `${unit} of 0`, advice: 'Give it time to finish its work.' } }
      : undefined;
}

function killed({ value, range }: ConfigEntry): Breach | undefined {
  return /^(?:SIG)?KILL$|^9$/i.test(value)
    ? { range, words: { what: 'SIGKILL', advice: 'Let SIGTERM stop it.' } }
    : undefined;
}

/** The time between SIGTERM and SIGKILL, and signals that leave none. */
export const graces: readonly EntryCheck[] = [
  { files: COMPOSE, at: /^services\.[^.]+\.stop_grace_period$/, breach: zero('A grace period') },
  { files: COMPOSE, at: /^services\.[^.]+\.stop_signal$/, breach: killed },
  {
    files: MANIFESTS,
    at: /^spec\.(?:.*\.)?spec\.terminationGracePeriodSeconds$/,
    breach: zero('A grace period'),
  },
  { files: UNITS, at: /^Service\.TimeoutStopSec$/, breach: zero('A time limit') },
];
