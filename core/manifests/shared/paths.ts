/** The last part of a path with `/` between its parts. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path; `''` for the workspace folder itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path written in the file at `from`, relative to the workspace folder; undefined where it leads out of it. */
export function resolvePath(from: string, target: string): string | undefined {
  const slashed = target.replaceAll('\\', '/');
  if (slashed.startsWith('/') || slashed.includes(':')) return undefined;
  const parts = folderOf(from) === '' ? [] : folderOf(from).split('/');
  for (const part of slashed.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
