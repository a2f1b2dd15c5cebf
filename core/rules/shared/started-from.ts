import type { App } from '../../app';
import type { EntryPoint } from '../../entry/entry-points';
import type { Purpose } from '../../entry/runners';
import { startedBy } from '../../entry/started';
import type { Related } from '../../rule';

const MOST = 3;
const LASTING: readonly Purpose[] = ['web', 'worker', 'clock', 'other'];

/** The commands that start these processes, and the files in which they begin where that is not the one at hand. */
export function placesOf(entries: readonly EntryPoint[], path: string): readonly Related[] {
  return entries
    .slice(0, MOST)
    .flatMap((entry): Related[] => [
      { path: entry.path, range: entry.range, message: 'This command starts it.' },
      ...entry.files
        .slice(0, 1)
        .flatMap((file) => (file === path ? [] : [{ path: file, message: 'It begins in this file.' }])),
    ]);
}

/** The same for the processes that a file of code belongs to; nothing where no command is known. */
export function startedFrom(
  path: string,
  app: App,
  roles: readonly Purpose[] = LASTING,
): { readonly related?: readonly Related[] } {
  const related = placesOf(startedBy(path, app, roles).entries, path);
  return related.length > 0 ? { related } : {};
}
