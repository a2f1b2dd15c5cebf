import type { FormationSnapshot, ProcessState } from '../model';

/** The supervisor has ended while it was asked, or before. */
export class FormationLostError extends Error {
  readonly code = 'lost';

  constructor() {
    super('The connection to the formation was lost. Start again.');
    this.name = 'FormationLostError';
  }
}

/** What is left of a formation whose supervisor has ended, and whose watchdog has ended what ran; itself if nothing ran. */
export function afterLoss(snapshot: FormationSnapshot): FormationSnapshot {
  if (!snapshot.processes.some(isLive)) return snapshot;
  const failure = 'The supervisor has ended unexpectedly, and this process with it.';
  const processes = snapshot.processes.map((state): ProcessState => {
    if (!isLive(state)) return state;
    return { ...state, status: 'failed', pid: undefined, failure, ready: false, portState: 'unknown' };
  });
  return { ...snapshot, processes };
}

function isLive({ status }: ProcessState): boolean {
  return status !== 'exited' && status !== 'failed';
}
