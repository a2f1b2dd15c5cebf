/** How many instances of one process type may be asked for. */
export const most = 99;

/** What is wrong with a typed number of instances, or undefined. */
export function countProblem(typed: string): string | undefined {
  return /^\d{1,2}$/.test(typed.trim()) ? undefined : `Type a whole number from 0 to ${most}.`;
}

/** The counts the user chose, by process type; what is not named keeps its default. */
export type Counts = Readonly<Record<string, number>>;

/** Reads counts that an earlier window stored, leaving out what is no count. */
export function countsFrom(stored: unknown): Counts {
  if (typeof stored !== 'object' || stored === null) return {};
  const entries = Object.entries(stored);
  return Object.fromEntries(
    entries.filter(([, count]) => Number.isInteger(count) && count >= 0 && count <= most),
  );
}

export function clampCount(count: number): number {
  return Math.max(0, Math.min(most, Math.trunc(count)));
}
