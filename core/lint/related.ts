import type { App } from '../app';
import type { Breach, Related, RelatedPlace, Rule } from '../rule';
import { LineIndex } from '../text';

/** Ranges as positions; of a file whose text the picture does not hold only its start is known. */
export function placesOf(
  related: readonly Related[],
  path: string,
  lines: LineIndex,
  app: App,
): readonly RelatedPlace[] {
  return related.map((one) => {
    const index = one.path === path ? lines : new LineIndex(app.tree.appFiles.get(one.path)?.text ?? '');
    const { start, end } = one.range ?? { start: 0, end: 0 };
    return {
      path: one.path,
      start: index.positionAt(start),
      end: index.positionAt(end),
      message: one.message,
    };
  });
}

/** The breaches of a file where those that are one finding are one: the first, with the others as related places. */
export function eachOnce(
  found: readonly (readonly [Rule, Breach])[],
  path: string,
): readonly (readonly [Rule, Breach])[] {
  if (found.every(([, { once }]) => once === undefined)) return found;
  const groups = new Map<string, [Rule, Breach[]]>();
  for (const [index, [rule, breach]] of found.entries()) {
    const key = breach.once === undefined ? String(index) : `${rule.id} ${breach.once}`;
    const group = groups.get(key);
    if (group) group[1].push(breach);
    else groups.set(key, [rule, [breach]]);
  }
  return [...groups.values()].flatMap(([rule, breaches]) => {
    const [first, ...others] = breaches.sort((a, b) => a.range.start - b.range.start);
    if (!first) return [];
    if (others.length === 0) return [[rule, first] as const];
    const places = others.map(({ range }) => ({ path, range, message: 'Here too' }));
    return [[rule, { ...first, related: [...(first.related ?? []), ...places] }] as const];
  });
}
