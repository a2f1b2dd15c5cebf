import type { Folder } from './folder';

/** A file by its folder and its path below it. */
export interface File {
  readonly folder: Folder;
  readonly path: string;
}

/** The same for one file however its URI is escaped. */
export function keyOf({ folder, path }: File): string {
  return `${folder.uri}\n${path}`;
}
