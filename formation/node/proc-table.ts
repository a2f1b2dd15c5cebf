import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { runVariable } from './child-env';
import { isError } from './errors';

/** A process that runs and that may be ours. */
export interface Seen {
  readonly pid: number;
  readonly group: number;
  /** The mark it carries, or carried once. */
  readonly mark: string | undefined;
  /** Hundredths of a second. */
  readonly cpuTicks: number;
}

/** All processes at about one moment. */
export interface Look {
  readonly seen: readonly Seen[];
  /** No process was born meanwhile, so that none can have been missed. */
  readonly exact: boolean;
}

interface Known {
  /** When it was born, in ticks since the machine was: with its id it names one process for ever. */
  readonly birth: string;
  readonly mark: string | undefined;
}

const pidsPerTurn = 128;

/** Where the fields of `/proc/PID/stat` stand behind the name. */
const field = { state: 0, parent: 1, group: 2, userTime: 11, systemTime: 12, birth: 19 } as const;

/**
 * Reads `/proc`. What a process carries in its environment is read once: a process without our mark never comes by
 * it, and one that has had it is ours though it clears its environment, as are its children. Looks asked for at one
 * time are shared.
 */
export class ProcTable {
  readonly #bytes = new Uint8Array(256 * 1024);
  readonly #text = Buffer.from(this.#bytes.buffer);
  #known = new Map<number, Known>();
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<Look> | undefined;

  /** A look that begins after this call. */
  look(): Promise<Look> {
    if (this.#next) return this.#next;
    const look = this.#running.then(() => {
      this.#next = undefined;
      return this.#lookNow();
    });
    this.#next = look;
    this.#running = look.catch(() => undefined);
    return look;
  }

  /** Every process that runs and may be read, in small steps so that output is relayed meanwhile. */
  async #lookNow(): Promise<Look> {
    const before = this.#newest();
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const known = new Map<number, Known>();
    const seen: Seen[] = [];
    for (let start = 0; start < pids.length; start += pidsPerTurn) {
      if (start > 0) await nextTurn();
      for (const pid of pids.slice(start, start + pidsPerTurn)) {
        const process = this.#see(Number(pid), known);
        if (process) seen.push(process);
      }
    }
    this.#known = known;
    return { seen, exact: before !== '' && before === this.#newest() };
  }

  /** The id of the process born last. */
  #newest(): string {
    return this.#read('/proc/loadavg').split(' ')[4]?.trim() ?? '';
  }

  /** Undefined for a process that has ended, or is a zombie. */
  #see(pid: number, known: Map<number, Known>): Seen | undefined {
    const stat = this.#read(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[field.state];
    const birth = fields[field.birth];
    if (state === undefined || birth === undefined || state === 'Z' || state === 'X') return undefined;
    const last = this.#known.get(pid);
    const group = Number(fields[field.group]);
    let mark = last?.birth === birth ? last.mark : undefined;
    let certain = last?.birth === birth;
    if (!certain) {
      const environ = this.#read(`/proc/${pid}/environ`);
      // While a program is being replaced its environment is empty; the kernel's own have no group.
      certain = environ !== '' || group === 0;
      const parent = known.get(Number(fields[field.parent])) ?? this.#known.get(Number(fields[field.parent]));
      mark = markIn(environ) ?? parent?.mark;
    }
    if (certain || mark !== undefined) known.set(pid, { birth, mark });
    const cpuTicks = Number(fields[field.userTime]) + Number(fields[field.systemTime]);
    return { pid, group, mark, cpuTicks };
  }

  /** Empty where the process has ended meanwhile or belongs to another user. */
  #read(path: string): string {
    let file: number | undefined;
    try {
      file = openSync(path, 'r');
      let length = 0;
      for (;;) {
        const got = readSync(file, this.#bytes, length, this.#bytes.length - length, null);
        length += got;
        // `/proc` gives a page at a time at most, and all of a short file at once.
        if (got < 1024 || length === this.#bytes.length) break;
      }
      return this.#text.toString('latin1', 0, length);
    } catch (error) {
      if (isError(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return '';
      throw error;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }
}

function markIn(environ: string): string | undefined {
  const entry = `${runVariable}=`;
  const at = environ.startsWith(entry) ? 0 : environ.indexOf(`\0${entry}`) + 1;
  if (at === 0 && !environ.startsWith(entry)) return undefined;
  const start = at + entry.length;
  const end = environ.indexOf('\0', start);
  return environ.slice(start, end < 0 ? undefined : end);
}
