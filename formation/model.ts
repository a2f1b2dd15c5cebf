/** One process to run: everything the engine needs, nothing it must look up. */
export interface ProcessSpec {
  /** `web.1`: process type, dot, instance counted from 1. */
  readonly id: string;
  readonly type: string;
  readonly instance: number;
  readonly command: string;
  readonly cwd: string;
  readonly port: number | undefined;
  /** The whole environment of the process. Values never leave this object but for the child's env. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds between SIGTERM and SIGKILL. */
  readonly graceMs: number;
}

export type ProcessStatus = 'starting' | 'running' | 'stopping' | 'exited' | 'failed';

/** How a process ended, as the operating system reports it. */
export interface Exit {
  readonly code: number | undefined;
  readonly signal: string | undefined;
}

export interface ProcessState {
  readonly id: string;
  readonly type: string;
  readonly instance: number;
  readonly status: ProcessStatus;
  readonly pid: number | undefined;
  readonly port: number | undefined;
  /** Milliseconds since the epoch. */
  readonly startedAt: number | undefined;
  readonly exit: Exit | undefined;
  /** Why it could not be started, in words. */
  readonly failure: string | undefined;
  readonly restarts: number;
  /** True where the end was asked for by stop or restart; a crash has it false. */
  readonly stopped?: boolean;
}

export interface LogLine {
  /** Counts up by one for each line of the formation. */
  readonly sequence: number;
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly stream: 'stdout' | 'stderr' | 'system';
  readonly text: string;
  /** False while the line has no line break yet; the next line of the same process and stream continues it. */
  readonly complete: boolean;
}

/** The formation as its watchers see it. */
export interface FormationSnapshot {
  readonly root: string;
  readonly processes: readonly ProcessState[];
  readonly lastSequence: number;
}

/**
 * The engine's face, the same in process and over the supervisor's socket.
 * Each promise settles when the engine has taken the order, not when processes have obeyed it.
 */
export interface FormationControl {
  /** Starts the given processes; one that runs already under the same id is left alone. */
  start(specs: readonly ProcessSpec[]): Promise<void>;
  /** Stops the named processes, or all; resolves when none of them is left. */
  stop(ids?: readonly string[]): Promise<void>;
  /** Stops and starts again with the new specs. */
  restart(specs: readonly ProcessSpec[]): Promise<void>;
  snapshot(): Promise<FormationSnapshot>;
  /** The lines after `sequence` that are still held, oldest first. */
  linesAfter(sequence: number): Promise<readonly LogLine[]>;
  onDidChange(listener: (snapshot: FormationSnapshot) => void): () => void;
  onLines(listener: (lines: readonly LogLine[]) => void): () => void;
  /** Detaches; the supervisor stops all processes when no window came back within its grace. */
  dispose(): void;
}
