import formats from './entries/index.generated';
import type { EntryFormat } from './entry';

/** The format of a configuration file by its path. */
export function entryFormatOf(path: string): EntryFormat | undefined {
  return formats.find((format) => format.matches(path));
}
