import type { Drift } from '../../../parity/drift';
import { placeInWords } from '../../../parity/pins';
import type { Breach } from '../../../rule';

/** `20` and `18 in a deploy (Dockerfile)`. */
export function toldOf({ at, others }: Drift): { readonly version: string; readonly others: string } {
  const seen = new Map(others.map((other) => [`${other.version} ${other.path}`, other]));
  const told = [...seen.values()].map(
    ({ version, place, path }) => `${version} ${placeInWords(place)} (${path})`,
  );
  const shown = told.slice(0, 3).join(', ');
  const more = told.length - 3;
  return { version: at.version, others: more > 0 ? `${shown} and ${more} more` : shown };
}

/** In these a new minor version may break an app. */
const STRICT = new Set(['python', 'ruby', 'php', 'go', 'mysql', 'mongodb']);

export function severityOf({ isMajor }: Drift, kind: string): Pick<Breach, 'severity'> {
  return { severity: isMajor ? 'warning' : STRICT.has(kind) ? 'information' : 'hint' };
}
