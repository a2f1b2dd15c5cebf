import type { ProcessState } from '../../formation/model';
import { changeInWords, hasFailed, wordsFor } from './process-words';
import { type FormationView, isAlive } from './view';

/** All formations in a few words, for the status bar and the badge. */
export interface Summary {
  /** Whether any process lives. */
  readonly active: boolean;
  /** `2/3`: running and wanted, one-off processes apart. */
  readonly text: string;
  readonly spoken: string;
  /** `worker.1: exit code 1`, one per failed process. */
  readonly failures: readonly string[];
  /** `web.1: restart for API_KEY`: what does not fail and is still to be looked after. */
  readonly notes: readonly string[];
}

export function summaryOf(formations: readonly FormationView[]): Summary {
  const counted = formations.filter((formation) => !isAtRest(formation));
  const oneOffs = new Set(
    counted.flatMap(({ types }) => types.filter(({ oneOff }) => oneOff)).map(({ name }) => name),
  );
  const processes = counted.flatMap((formation) => formation.processes);
  const active = processes.some(isAlive);
  const failures = processes.filter(hasFailed).map((process) => `${process.id}: ${wordsFor(process).state}`);
  const notes = processes.filter(isAlive).flatMap(notesOn);
  const running = processes.filter(({ status, type }) => status === 'running' && !oneOffs.has(type)).length;
  const wanted = counted
    .filter((formation) => formation.processes.some((process) => isAlive(process) || hasFailed(process)))
    .flatMap(({ types }) => types.filter(({ oneOff }) => !oneOff))
    .reduce((sum, { count }) => sum + count, 0);
  const spoken = [`Formation, ${running} of ${wanted} processes running`, ...failures].join(', ');
  return { active, text: `${running}/${wanted}`, spoken, failures, notes };
}

function notesOn(process: ProcessState): readonly string[] {
  const { state, tone } = wordsFor(process);
  const change = changeInWords(process);
  return [...(tone === 'warn' ? [state] : []), ...(change ? [change] : [])].map(
    (note) => `${process.id}: ${note}`,
  );
}

/** Nothing lives because the user stopped it: what had failed before is no news any more. */
function isAtRest({ processes }: FormationView): boolean {
  return !processes.some(isAlive) && processes.some(({ stopped }) => stopped);
}
