import { setImmediate } from 'node:timers/promises';
import type { Ground } from '../../core/facts/build-tree';
import type { FileReading, ServerHost } from '../../server/hosts/host';
import { npmGrammars } from './grammars';
import { memoryGround } from './ground';

/** A disk in memory that counts what is asked of it. Time does not pass: delays end at once. */
export class MemoryHost implements ServerHost {
  readonly grammars = npmGrammars();
  readonly files: Map<string, string>;
  /** The URI of the one folder that the files lie in. */
  readonly folder = 'file:///app';
  walks = 0;
  /** What every read throws from now on. */
  failure: Error | undefined;
  /** The paths read so far, in order. */
  readonly reads: string[] = [];

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files));
  }

  *walk(folder: string): Iterable<readonly string[]> {
    this.walks++;
    if (folder === this.folder) for (const path of [...this.files.keys()]) yield [path];
  }

  read(folder: string, path: string, mostBytes: number): FileReading {
    this.reads.push(path);
    if (this.failure) throw this.failure;
    const text = folder === this.folder ? this.files.get(path) : undefined;
    if (text === undefined) return { skipped: 'missing' };
    if (text.includes('\0')) return { skipped: 'binary' };
    return text.length > mostBytes ? { skipped: 'too large' } : { text };
  }

  list(folder: string, path: string): readonly string[] {
    const paths = folder === this.folder ? [...this.files.keys()] : [];
    const below = paths.filter((one) => one.startsWith(`${path}/`));
    return [...new Set(below.map((one) => one.slice(path.length + 1).split('/', 1)[0] ?? ''))];
  }

  ground(): Ground {
    return memoryGround(this.files);
  }

  async pause(): Promise<void> {
    await setImmediate();
  }

  async delay(): Promise<void> {
    await setImmediate();
  }
}
