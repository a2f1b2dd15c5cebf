import type { ProcessState } from '../../formation/model';
import { isMeant } from '../formation/planning';
import { wordsFor } from '../formation/process-words';
import type { Target } from '../formation/view';
import { isAlive } from '../formation/view';

/** What is asked of a formation's session. */
export interface Started {
  readonly changes: { add(listener: () => void): () => void };
  view(): { readonly processes: readonly ProcessState[] };
  start(target?: Target): Promise<void>;
}

export interface Told {
  say(text: string): void;
  end(code: number): void;
}

/**
 * Starts what a task stands for and tells how it goes, in words that the problem matcher of the manifest knows: the
 * task is busy from `▷ Starting` on, and ready at `✓ … ready`.
 */
export class TaskProgress {
  readonly #session: Started;
  readonly #target: Target | undefined;
  readonly #told: Told;
  readonly #name: string;
  #stop: () => void = () => undefined;
  #ready = false;
  #born = false;
  #ended = false;

  constructor(session: Started, target: Target | undefined, told: Told) {
    this.#session = session;
    this.#target = target;
    this.#told = told;
    this.#name = target?.id ?? target?.type ?? 'formation';
  }

  async begin(): Promise<void> {
    this.#told.say(`▷ Starting ${this.#name}`);
    this.#stop = this.#session.changes.add(() => this.#look());
    try {
      await this.#session.start(this.#target);
    } catch (error) {
      this.#end(error instanceof Error ? error.message : String(error), 1);
      return;
    }
    this.#look();
  }

  /** Says nothing more. True where what the task stands for may still run. */
  dispose(): boolean {
    const going = !this.#ended;
    this.#ended = true;
    this.#stop();
    return going;
  }

  #look(): void {
    if (this.#ended) return;
    const mine = this.#session.view().processes.filter((process) => isMeant(this.#target, process));
    const live = mine.filter(isAlive);
    // What ended before this start counts only once something was seen to live.
    this.#born ||= live.length > 0 || mine.some(({ status }) => status === 'failed');
    if (!this.#ready && live.length > 0 && mine.every(({ ready, status }) => ready && status === 'running')) {
      this.#ready = true;
      this.#told.say(`✓ ${this.#name} ready`);
    }
    if (!this.#born || live.length > 0) return;
    const worst = mine.find(
      ({ stopped, exit, status }) => !stopped && (status === 'failed' || exit?.code !== 0),
    );
    const words = worst ? `${worst.id}: ${wordsFor(worst).state}` : 'stopped';
    this.#end(words, worst ? (worst.exit?.code ?? 1) : 0);
  }

  #end(words: string, code: number): void {
    this.#stop();
    if (this.#ended) return;
    this.#ended = true;
    this.#told.say(`■ ${this.#name} ended (${words})`);
    this.#told.end(code);
  }
}
