/** Something that is held up as long as anyone wants it to be. */
export class Holds {
  readonly #begin: () => void;
  readonly #end: () => void;
  readonly #holds = new Set<symbol>();

  constructor(begin: () => void, end: () => void) {
    this.#begin = begin;
    this.#end = end;
  }

  get active(): boolean {
    return this.#holds.size > 0;
  }

  /** Gives the function that ends this hold; calling it again does nothing. */
  add(): () => void {
    const hold = Symbol();
    this.#holds.add(hold);
    if (this.#holds.size === 1) this.#begin();
    return () => {
      if (this.#holds.delete(hold) && !this.active) this.#end();
    };
  }
}
