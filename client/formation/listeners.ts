/** Those who want to hear of something, in the order they came. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Gives the function that ends the listening. */
  add(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  tell(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
}
