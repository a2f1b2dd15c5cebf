import type { ConfigEntry } from '../../../formats/entry';
import { placeOfCompose } from '../../../formats/sources/compose';
import type { Breach, EntryCheck, FileView } from '../../../rule';
import { withEdit } from '../../shared/one-edit';

const COMPOSE = /(?:^|\/)(?:[\w.-]*[.-])?(?:docker-)?(?:compose|stack)(?:[.-][\w.-]+)?\.ya?ml$/i;
const MANIFESTS = /\.ya?ml$/;
const UNITS = /\.service$/;

function zero(unit: string, usual: string): (entry: ConfigEntry) => Breach | undefined {
  return ({ value, range }) => {
    if (!/^0+(?:ms|s|m|sec|min)?$/.test(value)) return undefined;
    const breach: Breach = {
      range,
      words: { what: `${unit} of 0`, advice: 'Give it time to finish its work.' },
    };
    return withEdit(breach, {
      title: `Give it ${Number.parseInt(usual, 10)} seconds`,
      safe: false,
      ...range,
      newText: usual,
    });
  };
}

/** On a developer's machine there is less to lose. */
function softer(breach: Breach | undefined, { path }: FileView): Breach | undefined {
  return breach && placeOfCompose(path) === 'local' ? { ...breach, severity: 'hint' } : breach;
}

function killed({ value, range }: ConfigEntry): Breach | undefined {
  if (!/^(?:SIG)?KILL$|^9$/i.test(value)) return undefined;
  const breach: Breach = { range, words: { what: 'SIGKILL', advice: 'Let SIGTERM stop it.' } };
  return withEdit(breach, { title: 'Stop it with SIGTERM', safe: false, ...range, newText: 'SIGTERM' });
}

/** The time between SIGTERM and SIGKILL, and signals that leave none. */
export const graces: readonly EntryCheck[] = [
  {
    files: COMPOSE,
    at: /^services\.[^.]+\.stop_grace_period$/,
    breach: (entry, file) => softer(zero('A grace period', '10s')(entry), file),
  },
  {
    files: COMPOSE,
    at: /^services\.[^.]+\.stop_signal$/,
    breach: (entry, file) => softer(killed(entry), file),
  },
  {
    files: MANIFESTS,
    at: /^spec\.(?:.*\.)?spec\.terminationGracePeriodSeconds$/,
    breach: zero('A grace period', '30'),
  },
  { files: UNITS, at: /^Service\.TimeoutStopSec$/, breach: zero('A time limit', '30') },
];
