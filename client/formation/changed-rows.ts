import type { Row } from './rows';

/**
 * The rows to repaint so that a painted tree `before` becomes `after`: each stands for itself and all below it.
 * `undefined` where the top level itself has other rows.
 */
export function changedRows(before: readonly Row[], after: readonly Row[]): readonly Row[] | undefined {
  if (!sameKeys(before, after)) return undefined;
  return after.flatMap((row, index) => {
    const old = before[index];
    if (!old || !sameFace(old, row)) return [row];
    return changedRows(old.children, row.children) ?? [row];
  });
}

function sameKeys(before: readonly Row[], after: readonly Row[]): boolean {
  return before.length === after.length && before.every((row, index) => row.key === after[index]?.key);
}

function sameFace(a: Row, b: Row): boolean {
  return (
    a.label === b.label &&
    a.description === b.description &&
    a.icon?.id === b.icon?.id &&
    a.icon?.tone === b.icon?.tone &&
    a.context === b.context &&
    a.tooltip === b.tooltip &&
    a.spoken === b.spoken &&
    // A leaf that gets children, or loses them, changes its own twistie.
    a.children.length > 0 === b.children.length > 0
  );
}
