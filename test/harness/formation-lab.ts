import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormationControl, LogLine, ProcessSpec, ProcessStatus } from '../../formation/model';
import { specOf } from './formation-world';

/** An app's directory, and its processes, all of which are found by a token in their environment. */
export class Lab {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'formation-root-')));
  readonly #token = randomUUID();

  spec(id: string, command: string, part: Partial<ProcessSpec> = {}): ProcessSpec {
    const env = { PATH: process.env.PATH ?? '', FORMATION_LAB: this.#token, ...part.env };
    return specOf(id, { command, cwd: this.root, ...part, env });
  }

  /** The living processes of this lab, however they were started. */
  processes(): number[] {
    return processesWith(`FORMATION_LAB=${this.#token}`);
  }

  clear(): void {
    for (const pid of this.processes()) process.kill(pid, 'SIGKILL');
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** The ids of the living processes with `entry` in their environment. */
export function processesWith(entry: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => `\0${readProc(pid, 'environ')}`.includes(`\0${entry}\0`)).map(Number);
}

/** The ids of the living children of a process. */
export function childrenOf(pid: number): number[] {
  const children = readProc(pid, `task/${pid}/children`).trim();
  const isZombie = (child: string) => / Z /.test(readProc(child, 'stat'));
  return children === ''
    ? []
    : children
        .split(' ')
        .filter((child) => !isZombie(child))
        .map(Number);
}

/** A file of `/proc`; empty for a process that has ended. */
export function readProc(pid: string | number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

/** Below the limit of a test, so that a condition that never holds does not outlive its test. */
const patienceMs = 25_000;

/** Settles once `condition` holds; rejects, saying which, if it does not come to. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`never came true: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The lines of a formation from now on. */
export class Recorder {
  readonly lines: LogLine[] = [];
  readonly #formation: FormationControl;

  constructor(formation: FormationControl) {
    this.#formation = formation;
    formation.onLines((lines) => {
      for (const line of lines) this.lines.push(line);
    });
  }

  /** What a process has printed. */
  texts(id: string, stream: LogLine['stream'] = 'stdout'): string[] {
    return this.lines.filter((line) => line.id === id && line.stream === stream).map((line) => line.text);
  }

  /** Settles once a process has printed a line that matches; gives what matched. */
  async printed(id: string, pattern: RegExp): Promise<string> {
    let found: string | undefined;
    await until(() => {
      found = this.texts(id).find((text) => pattern.test(text));
      return found !== undefined;
    });
    return found?.match(pattern)?.[0] ?? '';
  }

  async status(id: string, status: ProcessStatus): Promise<void> {
    await until(async () => {
      const { processes } = await this.#formation.snapshot();
      return processes.some((state) => state.id === id && state.status === status);
    });
  }
}
