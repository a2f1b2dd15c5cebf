import { randomBytes } from 'node:crypto';
import { Formation, type FormationOptions } from './formation';
import { systemClock } from './node/clock';
import { NodeSpawner } from './node/spawner';
import { noWatchdog, Watchdog } from './supervisor/watchdog';

export interface LocalFormation {
  readonly formation: Formation;
  /** Starts the mark that each process carries. */
  readonly run: string;
  /** Ends the watchdog. Stop the formation first. */
  readonly release: () => void;
}

/** A formation whose processes are children of this program, and are killed with it however it ends. */
export function localFormation(
  root: string,
  trusted: () => boolean,
  options: FormationOptions = {},
): LocalFormation {
  const run = randomBytes(16).toString('hex');
  const guard = process.platform === 'win32' ? noWatchdog : new Watchdog(run);
  const spawner = new NodeSpawner({ trusted, run, guard, clock: systemClock });
  const formation = new Formation(root, { spawner, clock: systemClock }, options);
  return { formation, run, release: () => guard.release() };
}
