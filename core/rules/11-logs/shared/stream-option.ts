import type { Value } from '../../../facts/fact';
import type { Breach } from '../../../rule';
import type { Range, TextEdit } from '../../../text';

/** Options of Node's loggers that have to do with a file. */
const OF_FILES = new Set(['path', 'file', 'stream', 'type', 'period', 'count', 'mkdir', 'append']);

/** Gives options the standard output for their stream, and keeps those that have to do with no file. */
export function toStream(options: Value | undefined): Breach['repair'] {
  if (options?.kind !== 'object' || options.open) return undefined;
  const kept = options.entries.filter(({ key }) => !OF_FILES.has(key));
  const ranges = kept.map(
    ({ keyRange, value }) => `${keyRange.start}-${Math.max(keyRange.end, value.range.end)}`,
  );
  // A value that is written elsewhere cannot be cut out of the options.
  const isInPlace = kept.every(
    ({ keyRange, value }) => keyRange.end <= value.range.start && value.range.end <= options.range.end,
  );
  return isInPlace ? { to: 'options', keep: ranges.join(), ...options.range } : undefined;
}

export function streamOption(text: string, range: Range, keep: string): TextEdit {
  const kept =
    keep === ''
      ? []
      : keep.split(',').map((one) => text.slice(...(one.split('-').map(Number) as [number, number])));
  return { range, newText: `{ ${[...kept, 'stream: process.stdout'].join(', ')} }` };
}
