import type { Exit, ProcessState } from '../../formation/model';

/** Colours a row's icon; the state always stands in words besides. */
export type Tone = 'good' | 'done' | 'bad' | 'busy' | 'quiet';

/** One process's state in words and as an icon. */
export interface Words {
  /** `running`, `exit code 1` … */
  readonly state: string;
  readonly icon: string;
  readonly tone: Tone;
}

const idle: Words = { state: 'stopped', icon: 'circle-outline', tone: 'quiet' };

/** `undefined` stands for a process that was not started yet. */
export function wordsFor(process: ProcessState | undefined): Words {
  switch (process?.status) {
    case undefined:
      return idle;
    case 'waiting':
      return { state: `waits for ${process.waitingFor.join(', ')}`, icon: 'watch', tone: 'quiet' };
    case 'resting':
      return { ...wordsForEnd(process.exit ?? { code: undefined, signal: undefined }), icon: 'history' };
    case 'starting':
      return { state: 'starting', icon: 'loading~spin', tone: 'busy' };
    case 'running':
      return { state: 'running', icon: 'circle-filled', tone: 'good' };
    case 'stopping':
      return { state: 'stopping', icon: 'loading~spin', tone: 'busy' };
    case 'exited':
      return process.exit === undefined || process.stopped ? idle : wordsForEnd(process.exit);
    case 'failed':
      return { state: process.failure ?? 'could not be started', icon: 'error', tone: 'bad' };
  }
}

/** The end of a process that no one had asked to stop. */
function wordsForEnd({ code, signal }: Exit): Words {
  if (code === 0) return { state: 'finished', icon: 'pass', tone: 'done' };
  const state = signal === undefined ? `exit code ${code ?? 'unknown'}` : `ended by ${signal}`;
  return { state, icon: 'error', tone: 'bad' };
}

/** True where a process ended otherwise than the user or the app meant. */
export function hasFailed(process: ProcessState): boolean {
  return wordsFor(process).tone === 'bad';
}
