import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
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
  readonly group: number;
}

/** How far the machine has come in giving out process ids. */
interface Births {
  /** Of all processes and threads since the machine was started. */
  readonly count: number;
  /** The id given out last. */
  readonly newest: number;
}

const pidsPerTurn = 128;

/** More births than this during one look make it worthless. */
const mostBorn = 500;

/** Milliseconds before a look begins, so that those who ask at nearly one time share it. */
const gatherMs = 1;

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
  readonly #mostIds = Number(this.#read('/proc/sys/kernel/pid_max')) || 32_768;
  /** The groups that somebody has asked for. */
  readonly #groups = new Set<number>();
  #known = new Map<number, Known>();
  #births: Births | undefined;
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<Look> | undefined;

  /** Has the members of a group looked at each time, though they carry no mark. */
  follow(group: number): void {
    this.#groups.add(group);
  }

  /** A look that begins after this call. */
  look(): Promise<Look> {
    if (this.#next) return this.#next;
    const look = this.#running.then(async () => {
      await delay(gatherMs);
      this.#next = undefined;
      return this.#lookNow();
    });
    this.#next = look;
    this.#running = look.catch(() => undefined);
    return look;
  }

  /** Every process that runs and may be read, in small steps so that output is relayed meanwhile. */
  async #lookNow(): Promise<Look> {
    const before = this.#birthsNow();
    const reused = this.#mayBeReused(before);
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const known = new Map<number, Known>();
    const seen: Seen[] = [];
    for (let start = 0; start < pids.length; start += pidsPerTurn) {
      if (start > 0) await nextTurn();
      for (const pid of pids.slice(start, start + pidsPerTurn)) {
        const process = this.#strangerAt(Number(pid), reused, known) ?? this.#see(Number(pid), known);
        if (process) seen.push(process);
      }
    }
    this.#known = known;
    this.#births = before;
    return { seen, exact: this.#seeBorn(before.newest, known, seen) };
  }

  /**
   * Looks at those that were born while the list was read, one by one, until no more are. True where that came to
   * an end, so that nobody can have been missed.
   */
  #seeBorn(since: number, known: Map<number, Known>, seen: Seen[]): boolean {
    let last = since;
    for (let left = mostBorn; left > 0 && last > 0; ) {
      const newest = this.#newest();
      if (newest === last) return true;
      const born = (newest - last + this.#mostIds) % this.#mostIds;
      for (let step = 1; step <= Math.min(born, left); step++) {
        const process = this.#see((last + step) % this.#mostIds, known);
        if (process) seen.push(process);
      }
      left -= born;
      last = newest;
    }
    return false;
  }

  #birthsNow(): Births {
    const stat = this.#read('/proc/stat');
    const at = stat.indexOf('\nprocesses ');
    return { count: at < 0 ? -1 : Number.parseInt(stat.slice(at + 11), 10), newest: this.#newest() };
  }

  #newest(): number {
    return Number(this.#read('/proc/loadavg').split(' ')[4] ?? 0);
  }

  /** Whether an id may have been given out anew since the last look; they are given out in turn. */
  #mayBeReused(now: Births): (pid: number) => boolean {
    const last = this.#births;
    if (!last || last.count < 0 || now.count < 0) return () => true;
    const given = now.count - last.count;
    if (given >= this.#mostIds / 2) return () => true;
    return (pid) => {
      const distance = pid - last.newest;
      return (distance > 0 ? distance : distance + this.#mostIds) <= given + 1;
    };
  }

  /** A process that is known not to be ours, and is still the same. */
  #strangerAt(pid: number, reused: (pid: number) => boolean, known: Map<number, Known>): Seen | undefined {
    const last = this.#known.get(pid);
    if (!last || last.mark !== undefined || this.#groups.has(last.group) || reused(pid)) return undefined;
    known.set(pid, last);
    return { pid, group: last.group, mark: undefined, cpuTicks: 0 };
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
    if (certain || mark !== undefined) known.set(pid, { birth, mark, group });
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
        if (got < 1000 || length === this.#bytes.length) break;
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
