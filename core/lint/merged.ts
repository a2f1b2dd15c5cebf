import type { Finding } from '../rule';

/** Two lists of findings in one file as one, by place. Where a rule speaks of one place twice, the first list's counts. */
export function merged(first: readonly Finding[], second: readonly Finding[]): Finding[] {
  const more = second.filter((one) => !first.some((other) => isSame(one, other)));
  return [...first, ...more].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function isSame(one: Finding, other: Finding): boolean {
  const [a, b] = [one.range, other.range];
  const isAtOnePlace = a.start === b.start && a.end === b.end;
  return isAtOnePlace || (one.rule === other.rule && a.start < b.end && b.start < a.end);
}
