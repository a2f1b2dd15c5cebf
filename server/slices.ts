/** How long one step of background work may hold up what the user waits for, in milliseconds. */
const SLICE = 10;

/** Interrupts long work every few milliseconds. */
export class Slices {
  readonly #pause: () => Promise<void>;
  #since = performance.now();

  constructor(pause: () => Promise<void>) {
    this.#pause = pause;
  }

  async pause(): Promise<void> {
    if (performance.now() - this.#since < SLICE) return;
    await this.#pause();
    this.#since = performance.now();
  }
}
