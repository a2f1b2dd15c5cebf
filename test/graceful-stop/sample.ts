/** A program of one language or framework: what the rule's fix makes of it is run by `run.mjs`. */
export interface Sample {
  readonly name: string;
  /** The programs that must be on PATH. */
  readonly needs: readonly string[];
  /** What it takes its jobs from, at `REDIS_PORT` or `AMQP_PORT`. */
  readonly service?: 'redis' | 'rabbitmq';
  readonly files: Readonly<Record<string, string>>;
  /** The file that is fixed. */
  readonly path: string;
  /** Run before, each in the program's folder. */
  readonly prepare?: readonly (readonly string[])[];
  readonly run: readonly string[];
  /** What the runtime ends with after a clean stop; the JVM always says that a signal ended it. */
  readonly code?: number;
  /** It takes no requests, and says `busy` and `done` for each job. */
  readonly isWorker?: boolean;
}
