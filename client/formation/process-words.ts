import type { Exit, ProcessState } from '../../formation/model';

/** Colours a row's icon; the state always stands in words besides. */
export type Tone = 'good' | 'done' | 'bad' | 'warn' | 'busy' | 'quiet';

/** One process's state in words and as an icon. */
export interface Words {
  /** `running`, `exit code 1` … */
  readonly state: string;
  readonly icon: string;
  readonly tone: Tone;
}

const idle: Words = { state: 'stopped', icon: 'circle-outline', tone: 'quiet' };

/** `undefined` stands for a process that was not started yet. */
export function wordsFor(process: ProcessState | undefined, now = Date.now()): Words {
  switch (process?.status) {
    case undefined:
      return idle;
    case 'waiting':
      return { state: `waiting for ${process.waitingFor.join(', ')}`, icon: 'watch', tone: 'busy' };
    case 'starting':
      return { state: 'starting', icon: 'loading~spin', tone: 'busy' };
    case 'running':
      return wordsForRunning(process);
    case 'stopping':
      return { state: 'stopping', icon: 'loading~spin', tone: 'busy' };
    case 'resting':
      return wordsForRest(process, now);
    case 'exited':
      return process.exit === undefined || process.stopped ? idle : wordsForEnd(process.exit);
    case 'failed':
      return { state: process.failure ?? 'could not be started', icon: 'error', tone: 'bad' };
  }
}

function wordsForRunning({ ready, port, portState, oneShot }: ProcessState): Words {
  const seconds = 20;
  if (portState === 'taken') {
    return { state: `port ${port} is taken by another program`, icon: 'warning', tone: 'warn' };
  }
  if (portState === 'late') {
    return { state: `port ${port} not bound after ${seconds} s`, icon: 'warning', tone: 'warn' };
  }
  if (!ready && !oneShot) return { state: 'not ready yet', icon: 'loading~spin', tone: 'busy' };
  return { state: 'running', icon: 'circle-filled', tone: 'good' };
}

/** It crashed, and the engine starts it again after a pause. */
function wordsForRest({ exit, restartAt, crashLoop }: ProcessState, now: number): Words {
  const why = exit === undefined ? 'ended' : wordsForEnd(exit).state;
  const seconds = restartAt === undefined ? 0 : Math.max(1, Math.ceil((restartAt - now) / 1000));
  const loop = crashLoop ? 'keeps crashing, ' : '';
  return {
    state: `${loop}${why}, starts again in ${seconds} s`,
    icon: crashLoop ? 'error' : 'history',
    tone: 'bad',
  };
}

/** The end of a process that no one had asked to stop. */
function wordsForEnd({ code, signal }: Exit): Words {
  if (code === 0) return { state: 'finished', icon: 'pass', tone: 'done' };
  const meaning = code === 127 ? ' (command not found)' : code === 126 ? ' (not executable)' : '';
  const state = signal === undefined ? `exit code ${code ?? 'unknown'}${meaning}` : `ended by ${signal}`;
  return { state, icon: 'error', tone: 'bad' };
}

/** True where a process ended otherwise than the user or the app meant. */
export function hasFailed(process: ProcessState): boolean {
  return wordsFor(process).tone === 'bad';
}

/** What a restart would bring in: `restart for API_KEY, PORT`. */
export function changeInWords({ changedKeys, changedCommand }: ProcessState): string | undefined {
  if (changedKeys.length === 0) return changedCommand ? 'restart for new command' : undefined;
  const most = 3;
  const more = changedKeys.length - most;
  const named = changedKeys.slice(0, most).join(', ');
  return `restart for ${more > 0 ? `${named} and ${more} more` : named}`;
}
