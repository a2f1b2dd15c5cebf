/** One option of a program, as its documentation gives it. */
export interface ProgramOption {
  /** All ways to write it, the one to propose first. */
  readonly names: readonly [string, ...string[]];
  /** What its value is, in one word; undefined for a switch. */
  readonly value?: string;
  /** The value to propose. */
  readonly usual?: string;
  /** The value stands behind an equals sign in the same word. */
  readonly equals?: true;
  /** One sentence. */
  readonly what: string;
}

/** A server, worker or runner that process commands start; one file each in `programs/`. */
export interface ProgramGuide {
  /** Base names of the program; what follows the first word of one must follow it in the command: `rails server`. */
  readonly names: readonly [string, ...string[]];
  /** What it does, in one sentence. */
  readonly what: string;
  /** Its own documentation. */
  readonly docs: string;
  /** How it learns its port, where it serves at all. */
  readonly port?: PortSource;
  readonly options: readonly ProgramOption[];
}

export interface PortSource {
  /** Whether it reads the environment variable `PORT` by itself. */
  readonly readsPort: boolean;
  /** The options that set the port. */
  readonly options: readonly string[];
  /** The port where nothing sets it. */
  readonly otherwise: number;
}

export function defineGuide(guide: ProgramGuide): ProgramGuide {
  return Object.freeze(guide);
}
