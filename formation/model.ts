import type { OnEnd, Readiness, SoftSignal } from '../core/procfile/declarations';

export type { OnEnd, Readiness, SoftSignal } from '../core/procfile/declarations';

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
  /** Milliseconds between the stop signal and SIGKILL. */
  readonly graceMs: number;
  /** SIGTERM if left out. */
  readonly stopSignal?: SoftSignal | undefined;
  /** Runs once and ends; with exit code 0 it is done. */
  readonly oneShot?: boolean | undefined;
  /** `leave` if left out. */
  readonly onEnd?: OnEnd | undefined;
  /**
   * If left out, one that `serves` is ready once it listens, at the latest when it should have, and any other as soon as
   * it runs; a one-shot is ready once it is done.
   */
  readonly ready?: Readiness | undefined;
  /** The process types that must be ready before it is started, as far as they are started at all. */
  readonly after?: readonly string[] | undefined;
  /** It is expected to listen on its port. */
  readonly serves?: boolean | undefined;
  /** Globs of the files, relative to `cwd`, whose change restarts it. */
  readonly restartOn?: readonly string[] | undefined;
  /** Runs on a terminal of its own where the system has one to give. */
  readonly terminal?: boolean | undefined;
  /** The variables whose values are masked in all output. */
  readonly secrets?: readonly string[] | undefined;
}

export type ProcessStatus =
  /** For process types that are not ready yet. */
  | 'waiting'
  | 'starting'
  | 'running'
  | 'stopping'
  /** It has ended by itself and is started again at `restartAt`. */
  | 'resting'
  | 'exited'
  | 'failed';

/** How a process ended, as the operating system reports it. */
export interface Exit {
  readonly code: number | undefined;
  readonly signal: string | undefined;
}

export type PortState =
  /** It is not known, or the process does not run or is not expected to listen. */
  | 'unknown'
  /** Not yet, but there is time. */
  | 'opening'
  | 'bound'
  /** Not after 20 seconds. */
  | 'late'
  /** Another program listens there. */
  | 'taken';

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
  readonly stopped: boolean;
  readonly oneShot: boolean;
  /** True where those that come after it may be started. */
  readonly ready: boolean;
  readonly portState: PortState;
  /** While `waiting`: the process types it waits for. */
  readonly waitingFor: readonly string[];
  /** While `resting`: milliseconds since the epoch. */
  readonly restartAt: number | undefined;
  /** Why it was last started again by the engine itself, in words; undefined after an order of the user. */
  readonly restartReason: string | undefined;
  /** It has crashed at least five times in a row. */
  readonly crashLoop: boolean;
  /** The variables that differ between what runs and what a start would run now, in alphabetical order. */
  readonly changedKeys: readonly string[];
  /** A start would now run another command, or in another directory. */
  readonly changedCommand: boolean;
  /** It runs on a terminal of its own. */
  readonly terminal: boolean;
}

/** What a process and all that it started use now. */
export interface ProcessStats {
  readonly id: string;
  /** Percent of one core, since the last time; a process with two busy threads has 200. */
  readonly cpu: number;
  /** Bytes; memory that processes share counts once. */
  readonly memory: number;
  /** How many processes there are. */
  readonly processes: number;
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
  /** Stops the named processes, or all, those first that come after others; resolves when none of them is left. */
  stop(ids?: readonly string[]): Promise<void>;
  /** Stops and starts again with the new specs. */
  restart(specs: readonly ProcessSpec[]): Promise<void>;
  /**
   * What a start would run now. Starts nothing; the states tell how it differs from what runs, and what the engine
   * restarts by itself runs as proposed. Processes that are not known are left out.
   */
  propose(specs: readonly ProcessSpec[]): Promise<void>;
  /** Types `text` into a process, on its terminal or its standard input. */
  write(id: string, text: string): Promise<void>;
  /** Sets the size of the terminal of a process, if it has one. */
  resize(id: string, columns: number, rows: number): Promise<void>;
  /**
   * The output of one process as it comes, control sequences and all, for a terminal that is attached to it.
   * Begins with the latest output of a process that runs on a terminal. Secrets are masked.
   */
  attach(id: string, listener: (text: string) => void): () => void;
  snapshot(): Promise<FormationSnapshot>;
  /** The lines after `sequence` that are still held, oldest first. */
  linesAfter(sequence: number): Promise<readonly LogLine[]>;
  onDidChange(listener: (snapshot: FormationSnapshot) => void): () => void;
  onLines(listener: (lines: readonly LogLine[]) => void): () => void;
  /** Told about every two seconds of the processes that run. Measured only while somebody listens. */
  onStats(listener: (stats: readonly ProcessStats[]) => void): () => void;
  /** Detaches; the supervisor stops all processes when no window came back within its grace. */
  dispose(): void;
}
