import type { Declarations } from '../core/procfile/declarations';

/** Above this the ports of one process type would run into those of the next. */
export const mostInstances = 100;

/** Instances per process type; `all` counts for the types that are not named and are no one-shots. */
export type Counts = Readonly<Record<string, number>>;

/** True for a process type that runs once and ends, and so is no part of the formation unless it is asked for. */
export function isOneShot(type: string, declarations?: Declarations): boolean {
  return declarations?.types.get(type)?.oneShot ?? type === 'release';
}

/** How many instances of `type` are to run; 1 unless something else is said, and 0 for one-shots. */
export function countOf(type: string, counts: Counts, declarations?: Declarations): number {
  if (Object.hasOwn(counts, type)) return counts[type] ?? 0;
  if (isOneShot(type, declarations)) return 0;
  return Object.hasOwn(counts, 'all') ? (counts.all ?? 1) : 1;
}

/** Reads `all=1,web=2`; a name alone counts 1. A text gives what is wrong with it. */
export function parseCounts(text: string): Counts | string {
  const counts: Record<string, number> = Object.create(null);
  for (const part of text.split(',')) {
    if (part.trim() === '') continue;
    const [, name = '', count = '1'] = /^([A-Za-z0-9_-]+)(?:=(\d{1,3}))?$/.exec(part.trim()) ?? [];
    if (name === '') return `\`${part.trim()}\` is no part of a formation. Write it as \`web=2\`.`;
    if (Number(count) > mostInstances) return `${name} can run ${mostInstances} times at most.`;
    counts[name] = Number(count);
  }
  return counts;
}

/** The counts as {@link parseCounts} reads them. */
export function formatCounts(counts: Counts): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name}=${count}`)
    .join(',');
}
