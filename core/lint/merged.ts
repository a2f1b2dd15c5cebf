import type { Finding, RelatedPlace } from '../rule';
import { LineIndex } from '../text';

/**
 * Two lists of findings in one file as one, by place. Where a rule speaks of one place twice, the first list's counts;
 * what it tells once a file is told at the first place.
 */
export function merged(first: readonly Finding[], second: readonly Finding[], text: string): Finding[] {
  if (first.length === 0 || second.length === 0) return [...first, ...second];
  const more = second.filter((one) => !first.some((other) => isSame(one, other)));
  const all = [...first, ...more].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return all.flatMap((one) => {
    const group = all.filter((other) => other === one || isOnce(one, other));
    if (group[0] !== one) return [];
    const places = group.slice(1).flatMap((other) => [placeOf(other, text), ...(other.related ?? [])]);
    return [places.length > 0 ? { ...one, related: [...(one.related ?? []), ...places] } : one];
  });
}

function isSame(one: Finding, other: Finding): boolean {
  const [a, b] = [one.range, other.range];
  const isAtOnePlace = a.start === b.start && a.end === b.end;
  return isAtOnePlace || (one.rule === other.rule && a.start < b.end && b.start < a.end);
}

function isOnce({ rule, breach: { once } }: Finding, other: Finding): boolean {
  return once !== undefined && rule === other.rule && once === other.breach.once;
}

function placeOf({ path, range }: Finding, text: string): RelatedPlace {
  const lines = new LineIndex(text);
  return {
    path,
    start: lines.positionAt(range.start),
    end: lines.positionAt(range.end),
    message: 'Here too',
  };
}
