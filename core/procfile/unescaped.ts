/** A text without some of the signs of the one it was written as, and where each of its characters stands there. */
export class Unescaped {
  readonly #places: number[] = [];
  #value = '';

  get value(): string {
    return this.#value;
  }

  add(text: string): void {
    this.#value += text;
  }

  /** Leaves out one sign of what was written. */
  drop(): void {
    this.#places.push(this.#value.length);
  }

  /** How far an offset of the value is from the start of what was written. */
  to(offset: number): number {
    return this.#from(offset, (place) => place <= offset);
  }

  /** The same for the end of a range, which leaves out what was dropped behind it. */
  toEnd(offset: number): number {
    return this.#from(offset, (place) => place < offset);
  }

  #from(offset: number, isBefore: (place: number) => boolean): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#places[middle] ?? 0)) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  }
}
