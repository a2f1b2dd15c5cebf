import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Formation, type FormationOptions } from './formation';
import { systemClock } from './node/clock';
import { systemFiles } from './node/files';
import { firstOf } from './node/pipes';
import { systemPorts } from './node/ports';
import { NodeSpawner } from './node/spawner';
import { noWatchdog, Watchdog } from './supervisor/watchdog';

export interface LocalFormation {
  readonly formation: Formation;
  /** Starts the mark that each process carries. */
  readonly run: string;
  /** Does beforehand what the first start would wait for; to be called where one will come. */
  readonly prepare: () => Promise<void>;
  /** Ends the watchdog. Stop the formation first. */
  readonly release: () => void;
}

export interface LocalOptions extends FormationOptions {
  readonly workDirectory?: string;
  /** Where the native module may be that makes terminals. */
  readonly ptyModules?: readonly string[] | undefined;
}

/** A formation whose processes are children of this program, and are killed with it however it ends. */
export function localFormation(
  root: string,
  trusted: () => boolean,
  options: LocalOptions = {},
): LocalFormation {
  const run = randomBytes(16).toString('hex');
  const guard = process.platform === 'win32' ? noWatchdog : new Watchdog(run);
  const pipeDirectory = pipeDirectoryOf(run, options.workDirectory);
  const { ptyModules } = options;
  const spawner = new NodeSpawner({ trusted, run, guard, pipeDirectory, clock: systemClock, ptyModules });
  const world = { spawner, clock: systemClock, ports: systemPorts, files: systemFiles(systemClock) };
  const formation = new Formation(root, world, options);
  return { formation, run, prepare: () => spawner.prepare(), release: () => guard.release() };
}

/** What a program that was killed may leave of its pipes. */
export function pipeDirectoriesOf(run: string, workDirectory?: string): readonly string[] {
  const directory = pipeDirectoryOf(run, workDirectory);
  return [directory, firstOf(directory)];
}

function pipeDirectoryOf(run: string, workDirectory = tmpdir()): string {
  return join(workDirectory, `${run}.pipes`);
}
