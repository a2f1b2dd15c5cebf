import type { ProcessState } from '../../formation/model';
import type { FormationSession } from './session';
import type { FormationView, Target } from './view';

/** The process types that run once and have not run, or failed, since the formation's engine was started. */
export function pendingOneShots({ types, processes }: FormationView): readonly string[] {
  const done = new Set(processes.filter(isDone).map(({ type }) => type));
  return types.filter(({ name, oneOff }) => oneOff && !done.has(name)).map(({ name }) => name);
}

function isDone({ status, exit, stopped }: ProcessState): boolean {
  return status === 'exited' && !stopped && exit?.code === 0;
}

/** Runs one process and resolves with its last state once it has ended. */
export async function runToEnd(
  session: FormationSession,
  target: Target & { readonly id: string },
): Promise<ProcessState> {
  const before = session.stateOf(target.id);
  const ended = (state: ProcessState | undefined): state is ProcessState =>
    state !== undefined && state !== before && (state.status === 'exited' || state.status === 'failed');
  let stop: () => void = () => undefined;
  const end = new Promise<ProcessState>((resolve) => {
    let born = false;
    stop = session.changes.add(() => {
      const state = session.stateOf(target.id);
      // A state from before the start says nothing of this run.
      born ||= state !== undefined && (state.startedAt !== before?.startedAt || state.status === 'starting');
      if (ended(state) && (born || state.status === 'failed')) resolve(state);
    });
  });
  try {
    await session.start(target);
    return await end;
  } finally {
    stop();
  }
}
