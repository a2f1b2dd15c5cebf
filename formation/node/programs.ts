import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { promisify } from 'node:util';
import { isError } from './errors';

/** A program that a process runs itself, or that it has started. */
export interface RunningProgram {
  readonly pid: number;
  /** The file name of its executable: `node`, `python3.11`. */
  readonly name: string;
  /** How many processes lie between it and the process asked for. */
  readonly depth: number;
}

interface Entry {
  readonly pid: number;
  readonly parent: number;
  readonly name: () => string;
}

/** The programs of a process and of all below it, the process itself first. Empty where this system does not tell. */
export async function programsOf(pid: number): Promise<readonly RunningProgram[]> {
  const entries = await entriesThere();
  const found: RunningProgram[] = [];
  let level = entries.filter((entry) => entry.pid === pid);
  for (let depth = 0; level.length > 0 && depth < 64; depth++) {
    for (const entry of level) found.push({ pid: entry.pid, name: entry.name(), depth });
    const above = new Set(level.map((entry) => entry.pid));
    level = entries.filter(({ parent }) => above.has(parent));
  }
  return found;
}

async function entriesThere(): Promise<readonly Entry[]> {
  if (process.platform === 'linux') return fromProc();
  if (process.platform === 'win32') return [];
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,comm=']);
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, path] = /^\s*(\d+)\s+(\d+)\s+(\S.*)$/.exec(line) ?? [];
    if (path === undefined) return [];
    return [{ pid: Number(pid), parent: Number(parent), name: () => baseName(path) }];
  });
}

function fromProc(): readonly Entry[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    const stat = ofProcess(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
    if (stat === '') return [];
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // The name in `stat` is that of a thread, and cut.
    const name = () => baseName(ofProcess(() => readlinkSync(`/proc/${pid}/exe`)));
    return [{ pid: Number(pid), parent: Number(parent), name }];
  });
}

/** Empty where the process has ended meanwhile or belongs to another user. */
function ofProcess(read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (isError(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return '';
    throw error;
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/ \(deleted\)$/, '');
}
