import { fileOf } from '../core/entry/started-files';
import { isEnvFile, isProcfile } from '../core/facts/app-files';
import { parseProcfile } from '../core/procfile/parse';
import { joined, type Target, targetsOf } from '../core/procfile/targets';
import type { Range } from '../core/text';
import type { Folder } from './folder';
import type { OpenDocument } from './open-document';

/** A word of a command, and the file of the workspace folder that it names. */
export interface NamedFile {
  readonly range: Range;
  readonly path: string;
  /** The place in that file; its start where none is meant. */
  readonly place: Range;
}

const start: Range = { start: 0, end: 0 };

/** The files that a Procfile's commands name, as far as they are there. Nothing is read for it. */
export function namedFiles({ path, text, folder }: OpenDocument): NamedFile[] {
  if (!isProcfile(path) || isEnvFile(path)) return [];
  const base = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const found: NamedFile[] = [];
  for (const { command } of parseProcfile(text).processes) {
    const places = new Set<number>();
    for (const target of targetsOf(command, base)) {
      const named = places.has(target.range.start) ? undefined : namedFile(target, folder);
      if (!named) continue;
      places.add(target.range.start);
      found.push(named);
    }
  }
  return found;
}

function namedFile(target: Target, folder: Folder): NamedFile | undefined {
  const { range } = target;
  if (target.kind === 'script') {
    const path = joined(target.folder, 'package.json') ?? '';
    const manifest = folder.picture.appOf(path).manifests.find((one) => one.path === path);
    const script = manifest?.scripts.find(({ name }) => name === target.name);
    return script && { range, path, place: script.nameRange };
  }
  const path = fileOf(target, folder.picture.paths);
  return path === undefined ? undefined : { range, path, place: start };
}
