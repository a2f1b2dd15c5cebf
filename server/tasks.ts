export type Log = (task: string, error: unknown) => void;

/** Work beside the answering of requests. An error of it is logged and ends nothing else. */
export class Tasks {
  readonly #log: Log;
  readonly #running = new Set<Promise<void>>();
  #turn: Promise<void> = Promise.resolve();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Does work that no request waits for. */
  run(task: string, work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => this.#log(task, error))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Does work on the disk, one piece after the other, so that what is read last is what counts. */
  inTurn(task: string, work: () => Promise<void>): void {
    this.run(task, () => {
      this.#turn = this.#turn.then(work, work);
      return this.#turn;
    });
  }

  /** Gives `otherwise` where the work fails. */
  async attempt<Result>(
    task: string,
    otherwise: Result,
    work: () => Promise<Result> | Result,
  ): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      this.#log(task, error);
      return otherwise;
    }
  }

  /** Resolves once no work is left. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
