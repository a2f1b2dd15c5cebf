import type { Clock } from '../world';

/** Milliseconds in which the window that started a supervisor must have come. */
const firstClientMs = 15_000;

export interface Stoppable {
  readonly live: boolean;
  stop(): Promise<void>;
}

/** Decides when a supervisor ends: at once when nothing runs and no window is there, else a grace after the last window left. */
export class Lifetime {
  readonly #formation: Stoppable;
  readonly #clock: Clock;
  readonly #graceMs: number;
  readonly #end: () => void;
  #clients = 0;
  #cancel: () => void;
  #ending = false;

  constructor(formation: Stoppable, clock: Clock, graceMs: number, end: () => void) {
    this.#formation = formation;
    this.#clock = clock;
    this.#graceMs = graceMs;
    this.#end = end;
    this.#cancel = clock.after(firstClientMs, () => this.retire());
  }

  /** True from the moment on that no more process may be started. */
  get ending(): boolean {
    return this.#ending;
  }

  join(): void {
    this.#clients += 1;
    this.#cancel();
  }

  leave(): void {
    this.#clients -= 1;
    if (this.#clients > 0) return;
    if (!this.#formation.live) this.retire();
    else this.#cancel = this.#clock.after(this.#graceMs, () => this.retire());
  }

  /** To be called when the formation has changed. */
  changed(): void {
    if (this.#clients === 0 && !this.#formation.live) this.retire();
  }

  /** Stops all processes, then ends. */
  retire(): void {
    if (this.#ending) return;
    this.#ending = true;
    this.#cancel();
    void this.#formation.stop().then(this.#end);
  }
}
