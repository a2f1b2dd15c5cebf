/** What an admin process is for, in the order in which they are offered. */
export const adminKinds = ['release', 'migration', 'console', 'task', 'script'] as const;

export type AdminKind = (typeof adminKinds)[number];

/** A one-off process of an app (factor 12): a command to be run in the environment of its other processes. */
export interface AdminProcess {
  /** What it is called where it is defined, such as `db:migrate`. */
  readonly name: string;
  /** The whole command, the app's isolation tool with it. */
  readonly command: string;
  readonly kind: AdminKind;
  /** What it does, in its own words; `''` where nothing says it. */
  readonly detail: string;
  /** The file that defines it, or that tells it is there; relative to the app. */
  readonly source: string;
}
