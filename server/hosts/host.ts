import type { Ground } from '../../core/facts/build-tree';
import type { GrammarHost } from '../../core/host';

/** A file's text, or why there is none; only `missing` means that no such file is there. */
export type FileReading =
  | { readonly text: string }
  | { readonly skipped: 'missing' | 'binary' | 'too large' | 'unreadable' };

/**
 * All that the server asks of the world apart from its client: a disk, the grammars, time. Folders are URIs, paths
 * are relative to one and use `/`.
 */
export interface ServerHost {
  readonly grammars: GrammarHost;
  /** The files below a folder that count, in steps small enough to pause between two of them. */
  walk(folder: string): Iterable<readonly string[]> | AsyncIterable<readonly string[]>;
  read(folder: string, path: string, mostBytes: number): FileReading | Promise<FileReading>;
  /** The names of what lies in a folder below one; none where there is no such folder. */
  list(folder: string, path: string): readonly string[] | Promise<readonly string[]>;
  /** What git tracks below a folder, and which of these env files all users of the machine may read. */
  ground(folder: string, envFiles: readonly string[]): Ground | Promise<Ground>;
  /** Lets everything that waits go first. */
  pause(): Promise<void>;
  /** Resolves after so many milliseconds. */
  delay(milliseconds: number): Promise<void>;
}
