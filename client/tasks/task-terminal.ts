import { EventEmitter, type Pseudoterminal, type TerminalDimensions } from 'vscode';
import type { Told } from './task-progress';

/** A terminal that shows another one's output, says how its task goes, and ends with it. */
export class TaskTerminal implements Pseudoterminal, Told {
  readonly #writes = new EventEmitter<string>();
  readonly onDidWrite = this.#writes.event;
  readonly #ends = new EventEmitter<number>();
  readonly onDidClose = this.#ends.event;
  readonly #inner: Pseudoterminal;
  readonly #opened: () => void;
  readonly #closed: () => void;
  #isClosed = false;

  constructor(inner: Pseudoterminal, opened: () => void, closed: () => void) {
    this.#inner = inner;
    this.#opened = opened;
    this.#closed = closed;
    inner.onDidWrite((text) => this.#writes.fire(text));
  }

  open(dimensions: TerminalDimensions | undefined): void {
    this.#opened();
    this.#inner.open(dimensions);
  }

  close(): void {
    this.#isClosed = true;
    this.#closed();
    this.#inner.close();
    this.#writes.dispose();
    this.#ends.dispose();
  }

  handleInput(data: string): void {
    this.#inner.handleInput?.(data);
  }

  setDimensions(dimensions: TerminalDimensions): void {
    this.#inner.setDimensions?.(dimensions);
  }

  say(text: string): void {
    if (!this.#isClosed) this.#writes.fire(`\u001b[2m${text}\u001b[0m\r\n`);
  }

  end(code: number): void {
    if (!this.#isClosed) this.#ends.fire(code);
  }
}
