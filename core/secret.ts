const MASK = '•••';

/**
 * A value that must never be shown: read from an env file, or judged a credential.
 * Its string, JSON and inspect forms are masked; only {@link Secret.reveal} gives the value, and only
 * what hands it to a process or writes it into a git-ignored env file may call that.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
    Object.freeze(this);
  }

  reveal(): string {
    return this.#value;
  }

  get length(): number {
    return this.#value.length;
  }

  /** What kind of value it is, in words that say nothing of its content: `URL`, `number`, `text` … */
  get shape(): string {
    return shapeOf(this.#value);
  }

  equals(other: Secret): boolean {
    return this.#value === other.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return MASK;
  }
}

function shapeOf(value: string): string {
  if (value === '') return 'empty';
  if (/^-?\d+$/.test(value)) return 'number';
  if (/^(?:true|false|yes|no|on|off)$/i.test(value)) return 'boolean';
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return 'URL';
  return value.includes('\n') ? 'multi-line text' : 'text';
}
