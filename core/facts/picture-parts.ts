import type { FileSummary } from '../app';

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders above a folder, nearest first; above the workspace folder itself there are none. */
export function foldersAbove(folder: string): string[] {
  const above: string[] = [];
  for (let at = folder; at !== ''; above.push(at)) at = folderOf(at);
  return above;
}

export function grouped<T>(values: Iterable<T>, keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

export function sameSummary(a: FileSummary, b: FileSummary): boolean {
  return (
    a.class === b.class &&
    a.module?.text === b.module?.text &&
    a.ports.join() === b.ports.join() &&
    a.served.join('\n') === b.served.join('\n') &&
    a.imports.join('\n') === b.imports.join('\n') &&
    a.needs.join('\n') === b.needs.join('\n') &&
    a.optional.join('\n') === b.optional.join('\n') &&
    a.toolNames.join('\n') === b.toolNames.join('\n') &&
    a.envReads.join('\n') === b.envReads.join('\n') &&
    a.envRequired.join('\n') === b.envRequired.join('\n') &&
    a.traits.join('\n') === b.traits.join('\n') &&
    a.tasks.join('\n') === b.tasks.join('\n')
  );
}

export function sameSet(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (!a || !b) return a === b;
  return a.size === b.size && [...a].every((value) => b.has(value));
}
