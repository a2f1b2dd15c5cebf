import type { App } from '../app';
import type { Related, RelatedPlace } from '../rule';
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
