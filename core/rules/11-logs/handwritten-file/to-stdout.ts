import type { Fixer } from '../../../rule';

/** Prints what would be appended. */
export const print: Fixer = ({ path, range, breach }, text) => {
  const { before, start, end } = breach.repair ?? {};
  if (typeof before !== 'string' || typeof start !== 'number' || typeof end !== 'number') return [];
  // What is written may be a constant's, which stands elsewhere.
  if (start < range.start || end > range.end) return [];
  const newText = `${before}(${text.slice(start, end)})`;
  return [{ title: 'Print it', kind: 'suggestion', edits: [{ path, range, newText }] }];
};
