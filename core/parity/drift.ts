import type { VersionAt } from './pins';
import { agree, differInMajor } from './version';

/** One disagreement: the place that is told of it, and all others that say something else. */
export interface Drift {
  readonly at: VersionAt;
  readonly others: readonly VersionAt[];
  readonly isMajor: boolean;
}

const PLACES = ['local', 'ci', 'deploy'] as const;

/**
 * Two places disagree where no version of the one fits any of the other: of a matrix one match is enough. Told where a
 * change costs least: away from production, at a file of the app itself.
 */
export function driftOf(versions: readonly VersionAt[]): Drift | undefined {
  const by = PLACES.map((place) => versions.filter((one) => one.place === place));
  for (const [index, group] of by.entries()) {
    for (const other of by.slice(index + 1)) {
      if (group.length === 0 || other.length === 0 || anyAgree(group, other)) continue;
      const at = group.find(({ isOwn }) => isOwn) ?? other.find(({ isOwn }) => isOwn);
      if (!at) continue;
      // The other versions of its own matrix are meant to differ.
      const isBeside = (one: VersionAt): boolean => one.path === at.path && one.place === at.place;
      const others = versions.filter((one) => !isBeside(one) && !agree(one.version, at.version));
      return { at, others, isMajor: others.every(({ version }) => differInMajor(version, at.version)) };
    }
  }
  return undefined;
}

function anyAgree(group: readonly VersionAt[], other: readonly VersionAt[]): boolean {
  return group.some((one) => other.some((two) => agree(one.version, two.version)));
}
