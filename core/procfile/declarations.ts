import type { Range } from '../text';

/** What becomes of the formation when a process ends that nobody has stopped. */
export type OnEnd =
  /** The others go on. */
  | 'leave'
  /** It is started again, after a pause that grows with each crash. */
  | 'restart'
  /** All others are stopped, as foreman does. */
  | 'stop-all';

/** What asks a process to end. SIGKILL follows when its grace is over. */
export type SoftSignal = 'SIGTERM' | 'SIGINT' | 'SIGQUIT' | 'SIGHUP' | 'SIGUSR1' | 'SIGUSR2';

/** How it shows that a process can do its work. */
export type Readiness =
  /** It listens on its `PORT`. */
  | { readonly kind: 'port' }
  /** It answers a request for the path on its `PORT` with a status below 400. */
  | { readonly kind: 'http'; readonly path: string }
  /** It prints a line that holds the text. */
  | { readonly kind: 'log'; readonly text: string };

/** What is said of a process type besides its command. What is left out is as usual. */
export interface Declaration {
  readonly ready?: Readiness;
  /** Process types that must be ready first. */
  readonly after?: readonly string[];
  readonly stopSignal?: SoftSignal;
  /** Milliseconds between the stop signal and SIGKILL. */
  readonly graceMs?: number;
  readonly onEnd?: OnEnd;
  /** Globs, relative to the folder it runs in. */
  readonly restartOn?: readonly string[];
  readonly oneShot?: boolean;
  readonly terminal?: boolean;
  /** Relative to the app's folder, with `/`. */
  readonly folder?: string;
}

export interface DeclarationProblem {
  /** In which text it stands: the Procfile's, or that of the config file. */
  readonly source: 'procfile' | 'config';
  readonly range: Range;
  readonly message: string;
}

/** What a Procfile's comments and the config file say of process types. */
export interface Declarations {
  readonly types: ReadonlyMap<string, Declaration>;
  /** For all types that do not say it themselves. */
  readonly onEnd: OnEnd | undefined;
  readonly problems: readonly DeclarationProblem[];
}

export const noDeclarations: Declarations = { types: new Map(), onEnd: undefined, problems: [] };
