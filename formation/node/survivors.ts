import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Usage } from '../world';
import { isError } from './errors';
import { type Look, ProcTable, type Seen } from './proc-table';

export interface Survivor {
  /** What to signal, as `process.kill` takes it: a process id, or a group's id negated. */
  readonly target: number;
  readonly inGroup: boolean;
}

/** Finds what is left of a start: the members of its process group, and whatever carries its mark. */
export interface Survivors {
  /** Empty if nothing is left. Rejects where that cannot be told. */
  find(group: number, mark: string): Promise<readonly Survivor[]>;
  /** What they use; undefined where this system does not tell. */
  usage(group: number, mark: string): Promise<Usage | undefined>;
}

/** Milliseconds in a tick of the kernel's clock, as it counts for programs. */
const tickMs = 10;

/**
 * By `/proc`: whatever carries the mark is found, also in another session or orphaned. A process that is born while
 * the list is read may be missed, so "nothing left" is said after a second look, or after one in which none was born.
 */
export class ProcSurvivors implements Survivors {
  readonly #table = new ProcTable();

  async find(group: number, mark: string): Promise<readonly Survivor[]> {
    this.#table.follow(group);
    const look = await this.#table.look();
    const found = pick(look, group, mark);
    const certain = found.length > 0 || look.exact;
    const left = certain ? found : pick(await this.#table.look(), group, mark);
    return left.map((process) => ({ target: process.pid, inGroup: process.group === group }));
  }

  async usage(group: number, mark: string): Promise<Usage> {
    this.#table.follow(group);
    const members = pick(await this.#table.look(), group, mark);
    const cpuTicks = members.reduce((sum, process) => sum + process.cpuTicks, 0);
    const memory = members.reduce((sum, { pid }) => sum + memoryOf(pid), 0);
    return { cpuMs: cpuTicks * tickMs, memory, processes: members.length };
  }
}

function pick({ seen }: Look, group: number, mark: string): readonly Seen[] {
  return seen.filter((process) => process.group === group || process.mark === mark);
}

/** Bytes; what is shared with others counts in part, where the kernel tells. */
function memoryOf(pid: number): number {
  const kilobytes = numberAfter(pid, 'smaps_rollup', 'Pss:') ?? numberAfter(pid, 'status', 'VmRSS:') ?? 0;
  return kilobytes * 1024;
}

function numberAfter(pid: number, file: string, label: string): number | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/${file}`, 'latin1');
    const at = text.indexOf(`\n${label}`);
    return at < 0 ? undefined : Number.parseInt(text.slice(at + label.length + 1), 10);
  } catch (error) {
    if (isError(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return undefined;
    throw error;
  }
}

/** Where there is no `/proc`: the process group alone. */
export const groupSurvivors: Survivors = {
  find: async (group) => (canSignal(-group) ? [{ target: -group, inGroup: true }] : []),
  usage: usageOfGroup,
};

/** Where there are no process groups: `taskkill` ends the tree by itself. */
export const noSurvivors: Survivors = { find: async () => [], usage: async () => undefined };

/** By `ps`, whose columns here are the same on all Unix systems. */
export async function usageOfGroup(group: number): Promise<Usage | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pgid=,rss=,time=']);
    const members = stdout
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([pgid]) => Number(pgid) === group);
    const memory = members.reduce((sum, [, rss]) => sum + Number(rss) * 1024, 0);
    const cpuMs = members.reduce((sum, [, , time]) => sum + msOf(time ?? ''), 0);
    return { cpuMs, memory, processes: members.length };
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** `MM:SS.hh` of macOS, `HH:MM:SS` and `DD-HH:MM:SS` of others. */
function msOf(time: string): number {
  const [days, clock] = time.includes('-') ? time.split('-') : ['0', time];
  const seconds = (clock ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return Math.round((Number(days) * 86_400 + seconds) * 1000);
}

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
