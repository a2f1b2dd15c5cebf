import type { Instance } from './instance';
import { Listeners } from './listeners';
import type { ProcessStats } from './model';
import type { Clock, Usage } from './world';

const everyMs = 2000;

/** Measures what processes use, while somebody wants to know. */
export class Gauge {
  readonly #listeners = new Listeners<readonly ProcessStats[]>();
  readonly #instances: () => Iterable<Instance>;
  readonly #clock: Clock;
  #last = new Map<
    string,
    { readonly at: number; readonly pid: number | undefined; readonly cpuMs: number }
  >();
  #cancel: (() => void) | undefined;

  constructor(instances: () => Iterable<Instance>, clock: Clock) {
    this.#instances = instances;
    this.#clock = clock;
  }

  listen(listener: (stats: readonly ProcessStats[]) => void): () => void {
    const off = this.#listeners.add(listener);
    if (!this.#cancel) this.#next(0);
    return () => {
      off();
      if (this.#listeners.size === 0) this.#rest();
    };
  }

  forgetListeners(): void {
    this.#listeners.clear();
    this.#rest();
  }

  #rest(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#last.clear();
  }

  #next(ms: number): void {
    this.#cancel = this.#clock.after(ms, () => {
      void this.#measure().then((stats) => {
        if (this.#listeners.size === 0) return;
        this.#next(everyMs);
        this.#listeners.tell(stats);
      });
    });
  }

  async #measure(): Promise<readonly ProcessStats[]> {
    const seen = await Promise.all(
      Array.from(this.#instances(), async (instance) => ({ instance, usage: await instance.child?.usage() })),
    );
    const before = this.#last;
    this.#last = new Map();
    return seen.flatMap(({ instance, usage }) => {
      if (!usage) return [];
      const { id } = instance;
      const now = { at: this.#clock.now(), pid: instance.state().pid, cpuMs: usage.cpuMs };
      this.#last.set(id, now);
      const last = before.get(id);
      const cpu = last && last.pid === now.pid ? cpuBetween(last, now) : 0;
      return [{ id, cpu, memory: usage.memory, processes: usage.processes }];
    });
  }
}

/** A child that has ended takes its time with it, so that the sum may fall. */
function cpuBetween(last: Timed, now: Timed): number {
  const ms = now.at - last.at;
  return ms > 0 ? Math.max(0, Math.round(((now.cpuMs - last.cpuMs) * 1000) / ms) / 10) : 0;
}

type Timed = Pick<Usage, 'cpuMs'> & { readonly at: number };
