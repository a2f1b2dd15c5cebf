import { readdirSync, readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { runVariable } from './child-env';
import { isError } from './errors';

export interface Survivor {
  /** What to signal, as `process.kill` takes it: a process id, or a group's id negated. */
  readonly target: number;
  readonly inGroup: boolean;
}

/** Finds what is left of a start: the members of its process group, and whatever carries its mark. */
export interface Survivors {
  /** Empty if nothing is left. Rejects where that cannot be told. */
  find(group: number, mark: string): Promise<readonly Survivor[]>;
}

interface Seen {
  readonly pid: number;
  readonly group: number;
  readonly environ: string;
}

const pidsPerTurn = 64;

/**
 * Reads `/proc`: whatever carries the mark is found, also in another session or orphaned. A process that forks while
 * the list is read may be missed, so "nothing left" is said after a second look. Looks asked for at one time are shared.
 */
export class ProcSurvivors implements Survivors {
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<readonly Seen[]> | undefined;

  async find(group: number, mark: string): Promise<readonly Survivor[]> {
    const found = pick(await this.#look(), group, mark);
    return found.length > 0 ? found : pick(await this.#look(), group, mark);
  }

  /** A look that begins after this call. */
  #look(): Promise<readonly Seen[]> {
    if (this.#next) return this.#next;
    const look = this.#running.then(() => {
      this.#next = undefined;
      return seeAll();
    });
    this.#next = look;
    this.#running = look;
    return look;
  }
}

function pick(seen: readonly Seen[], group: number, mark: string): readonly Survivor[] {
  const entry = `\0${runVariable}=${mark}\0`;
  return seen
    .filter((process) => process.group === group || `\0${process.environ}\0`.includes(entry))
    .map((process) => ({ target: process.pid, inGroup: process.group === group }));
}

/** Every process that runs and may be read, in small steps so that output is relayed meanwhile. */
async function seeAll(): Promise<readonly Seen[]> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const seen: Seen[] = [];
  for (let start = 0; start < pids.length; start += pidsPerTurn) {
    if (start > 0) await nextTurn();
    for (const pid of pids.slice(start, start + pidsPerTurn)) {
      const process = see(Number(pid));
      if (process) seen.push(process);
    }
  }
  return seen;
}

/** Undefined for a process that has ended, or is a zombie. */
function see(pid: number): Seen | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === undefined || state === '' || state === 'Z' || state === 'X') return undefined;
  return { pid, group: Number(group), environ: readText(`/proc/${pid}/environ`) };
}

/** Empty where the process has ended meanwhile or belongs to another user. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    if (isError(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return '';
    throw error;
  }
}

/** Where there is no `/proc`: the process group alone. */
export const groupSurvivors: Survivors = {
  find: async (group) => (canSignal(-group) ? [{ target: -group, inGroup: true }] : []),
};

/** Where there are no process groups: `taskkill` ends the tree by itself. */
export const noSurvivors: Survivors = { find: async () => [] };

/** False also where only zombies are left, for which macOS gives EPERM. */
function canSignal(target: number): boolean {
  try {
    process.kill(target, 0);
    return true;
  } catch (error) {
    if (isError(error, 'ESRCH', 'EPERM')) return false;
    throw error;
  }
}

export function survivorsOf(platform: NodeJS.Platform): Survivors {
  if (platform === 'linux') return new ProcSurvivors();
  return platform === 'win32' ? noSurvivors : groupSurvivors;
}
