import type { Session } from './session';

/** How long one step of background work may hold up what the user waits for; all times in milliseconds. */
const SLICE = 5;
/** How long after a message more of what belongs to it may come. */
const QUIET = 40;
const STEP = 10;
/** How long background work may have to wait for quiet. */
const PATIENCE = 500;

/** Interrupts long work every few milliseconds and goes on when the user is not waiting for an answer. */
export class Slices {
  readonly #session: Session;
  #since = performance.now();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Whether it is time for a pause. */
  get isOver(): boolean {
    return performance.now() - this.#since >= SLICE;
  }

  async pause(): Promise<void> {
    if (!this.isOver) return;
    const start = performance.now();
    const { host } = this.#session;
    await host.pause();
    while (this.#isBusy() && performance.now() - start < PATIENCE) await host.delay(STEP);
    this.#since = performance.now();
  }

  #isBusy(): boolean {
    return performance.now() - this.#session.attended < QUIET;
  }
}
