import type { LogLine } from '../model';
import type { Clock } from '../world';

/** `lines` in number, `characters` in UTF-16 code units of their text. */
interface Amount {
  readonly lines: number;
  readonly characters: number;
}

export interface OutboxLimits {
  /** Above this the processes are made to wait. */
  readonly hold: Amount;
  /** Milliseconds they wait at most. */
  readonly patienceMs: number;
  /** Above this, once patience is over, the oldest lines are dropped. */
  readonly keep: Amount;
  /** What one frame takes. */
  readonly frame: Amount;
}

const usual: OutboxLimits = {
  hold: { lines: 2000, characters: 1_000_000 },
  patienceMs: 2000,
  keep: { lines: 10_000, characters: 16_000_000 },
  frame: { lines: 2000, characters: 1_000_000 },
};

/**
 * The lines that a client has not been sent yet. A client that falls behind makes the processes wait for it, though
 * not for long: one that does not read at all loses lines, which it sees by their sequence, and holds up nobody.
 */
export class Outbox {
  readonly #hold: () => () => void;
  readonly #clock: Clock;
  readonly #limits: OutboxLimits;
  #lines: LogLine[] = [];
  #characters = 0;
  #release: (() => void) | undefined;
  #impatient = false;

  /** @param hold makes the processes wait until what it gives back is called */
  constructor(hold: () => () => void, clock: Clock, limits: Partial<OutboxLimits> = {}) {
    this.#hold = hold;
    this.#clock = clock;
    this.#limits = { ...usual, ...limits };
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  put(lines: readonly LogLine[]): void {
    for (const line of lines) {
      this.#lines.push(line);
      this.#characters += line.text.length;
    }
    const { hold, keep } = this.#limits;
    if (!this.#impatient && this.#exceeds(hold)) this.#wait();
    if (!this.#impatient) return;
    let dropped = 0;
    while (this.#exceeds(keep, dropped)) {
      this.#characters -= this.#lines[dropped]?.text.length ?? 0;
      dropped += 1;
    }
    this.#lines.splice(0, dropped);
  }

  /** The next lines to send, as many as one frame takes; empty when all are sent. */
  take(): readonly LogLine[] {
    const { lines, characters } = this.#limits.frame;
    let size = 0;
    let count = 0;
    for (const { text } of this.#lines) {
      if (count > 0 && (size + text.length > characters || count >= lines)) break;
      size += text.length;
      count += 1;
    }
    this.#characters -= size;
    const taken = this.#lines.splice(0, count);
    if (this.isEmpty) this.#catchUp();
    return taken;
  }

  #exceeds(amount: Amount, dropped = 0): boolean {
    return this.#lines.length - dropped > amount.lines || this.#characters > amount.characters;
  }

  /** The client is gone. */
  close(): void {
    this.#lines = [];
    this.#characters = 0;
    this.#catchUp();
  }

  #wait(): void {
    if (this.#release) return;
    const release = this.#hold();
    const cancel = this.#clock.after(this.#limits.patienceMs, () => {
      this.#impatient = true;
      this.#letGo();
    });
    this.#release = () => {
      cancel();
      release();
    };
  }

  #catchUp(): void {
    this.#impatient = false;
    this.#letGo();
  }

  #letGo(): void {
    const release = this.#release;
    this.#release = undefined;
    release?.();
  }
}
