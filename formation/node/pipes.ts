import { closeSync, constants, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Two file descriptors: what is written to one is read from the other. */
export interface Pipe {
  readonly reader: number;
  readonly writer: number;
}

const pipesAtOnce = 48;

/** Makes named pipes at the paths. */
export interface PipeMaker {
  now(paths: readonly string[]): void;
  soon(paths: readonly string[]): Promise<void>;
}

/**
 * Real pipes for the output of children. Node would give them sockets, which Linux does not let them open again as
 * `/dev/stdout` or `/dev/stderr`, as many a script and server does. A pipe is made as a named one, whose name is
 * removed at once; they are made in batches because that takes a program of its own.
 */
export class PipePool {
  readonly #directory: string;
  readonly #maker: PipeMaker;
  readonly #pipes: Pipe[] = [];

  /** @param directory must not exist; it is there only while pipes are made */
  constructor(directory: string, maker: PipeMaker) {
    this.#directory = directory;
    this.#maker = maker;
  }

  /** Makes the first ones while there is other work to do. Settles also where none can be made. */
  async prepare(): Promise<void> {
    const directory = firstOf(this.#directory);
    const paths = pathsIn(directory);
    try {
      mkdirSync(directory, { mode: 0o700 });
      await this.#maker.soon(paths);
      for (const path of paths) this.#pipes.push(open(path));
    } catch {
      // They are made, or another way is found, when they are needed.
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }

  /** Two pipes, whose descriptors the caller closes; undefined where none can be made. */
  takePair(): [Pipe, Pipe] | undefined {
    try {
      if (this.#pipes.length < 2) this.#fill();
    } catch {
      // No program for it, no room, or too many open files: the caller has another way.
      return undefined;
    }
    const [first, second] = [this.#pipes.pop(), this.#pipes.pop()];
    return first && second && [first, second];
  }

  #fill(): void {
    mkdirSync(this.#directory, { mode: 0o700 });
    try {
      const paths = pathsIn(this.#directory);
      this.#maker.now(paths);
      for (const path of paths) this.#pipes.push(open(path));
    } finally {
      rmSync(this.#directory, { recursive: true, force: true });
    }
  }
}

/** Where the first pipes are made, so that others can be made meanwhile. */
export function firstOf(directory: string): string {
  return `${directory}.first`;
}

function pathsIn(directory: string): readonly string[] {
  return Array.from({ length: pipesAtOnce }, (_, index) => join(directory, String(index)));
}

/** A reader that does not wait lets the writer be opened without waiting. */
function open(path: string): Pipe {
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return { reader, writer: openSync(path, constants.O_WRONLY) };
  } catch (error) {
    closeSync(reader);
    throw error;
  }
}
