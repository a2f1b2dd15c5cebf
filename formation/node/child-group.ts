import type { Exit } from '../model';
import type { Child, ChildEvents, Clock, StopSignal, Usage } from '../world';
import { isError } from './errors';
import type { Guard } from './guard';
import type { Started } from './started';
import type { Survivor, Survivors } from './survivors';

export interface ChildTools {
  readonly survivors: Survivors;
  readonly guard: Guard;
  readonly clock: Clock;
  /** Ends a process and its children where there are no process groups. */
  readonly endTree: (pid: number) => void;
}

/** Milliseconds after a group was signalled before those are looked for that have left it. */
const restMs = 15;

/** Milliseconds after a start in which its processes come to be known. */
const settledMs = 300;

/** Milliseconds that the end of output is awaited after a process has ended, for others may hold its pipes. */
const lastOutputMs = 1000;

/** A started process with all that came from it: its process group, and whatever else carries its mark. */
export class ChildGroup implements Child {
  readonly #started: Started;
  readonly #mark: string;
  readonly #events: ChildEvents;
  readonly #tools: ChildTools;
  /** Ends what is planned for later. */
  readonly #timers = new Set<() => void>();
  #exited = false;
  #killing = false;
  #paused = false;
  #over = false;

  constructor(
    started: Started,
    mark: string,
    events: ChildEvents,
    tools: ChildTools,
    failureInWords: (error: unknown) => string,
  ) {
    this.#started = started;
    this.#mark = mark;
    this.#events = events;
    this.#tools = tools;
    const { pid } = started;
    if (pid !== undefined) tools.guard.add(pid);
    started.listen({
      spawned: () => this.#onSpawned(),
      failed: (error) => events.failed(failureInWords(error)),
      output: events.output,
      exited: (exit) => {
        if (pid !== undefined) void this.#onExit(pid, exit);
      },
    });
  }

  #onSpawned(): void {
    const { pid } = this.#started;
    if (pid === undefined) return;
    this.#events.spawned(pid);
    // What is known of the others on the machine by then need not be read again at the end.
    this.#later(settledMs, () => {
      if (!this.#exited) void this.#find(pid);
    });
  }

  signal(signal: StopSignal): void {
    const { pid } = this.#started;
    if (pid === undefined) return;
    if (signal === 'SIGKILL') this.#killing = true;
    if (process.platform === 'win32') {
      if (!this.#exited) this.#tools.endTree(pid);
      return;
    }
    // Once its leader has been reaped, the group's id is trusted only as far as a look finds members.
    const reached = !this.#exited;
    if (reached) kill(-pid, signal);
    const rest = (): void => void this.#signalRest(pid, signal, reached);
    // Most end with their group, and then nobody has to be looked for.
    if (reached) this.#later(restMs, rest);
    else rest();
  }

  /** Signals those that have left the group. */
  async #signalRest(pid: number, signal: StopSignal, reached: boolean): Promise<void> {
    if (this.#over) return;
    for (const survivor of (await this.#find(pid)) ?? []) {
      if (!reached || !survivor.inGroup) kill(survivor.target, signal);
    }
  }

  #later(ms: number, act: () => void): void {
    const cancel = this.#tools.clock.after(ms, () => {
      this.#timers.delete(cancel);
      act();
    });
    this.#timers.add(cancel);
  }

  pause(): void {
    this.#paused = true;
    this.#started.pause();
  }

  resume(): void {
    this.#paused = false;
    this.#started.resume();
  }

  write(text: string): void {
    this.#started.write(text);
  }

  resize(columns: number, rows: number): void {
    this.#started.resize(columns, rows);
  }

  get terminal(): boolean {
    return this.#started.terminal;
  }

  async usage(): Promise<Usage | undefined> {
    const { pid } = this.#started;
    return pid === undefined
      ? undefined
      : this.#tools.survivors.usage(pid, this.#mark).catch(() => undefined);
  }

  async #onExit(pid: number, exit: Exit): Promise<void> {
    this.#exited = true;
    if (this.#killing) await this.#untilNoneIsLeft(pid);
    await this.#outputRead();
    const found = await this.#find(pid);
    if (found?.length === 0) {
      this.#finish(pid);
      this.#events.exited(exit, false);
      return;
    }
    this.#events.exited(exit, true);
    await this.#untilNoneIsLeft(pid);
    await this.#outputRead();
    this.#finish(pid);
    this.#events.gone();
  }

  async #untilNoneIsLeft(pid: number): Promise<void> {
    for (let pause = 5; ; pause = Math.min(pause * 1.5, 250)) {
      const found = await this.#find(pid);
      if (found?.length === 0) return;
      if (this.#killing) for (const { target } of found ?? []) kill(target, 'SIGKILL');
      await new Promise<void>((resolve) => this.#tools.clock.after(pause, resolve));
    }
  }

  /** Undefined where it cannot be told now, as when too many files are open: it is asked again. */
  async #find(pid: number): Promise<readonly Survivor[] | undefined> {
    try {
      return await this.#tools.survivors.find(pid, this.#mark);
    } catch {
      return undefined;
    }
  }

  /** Time does not count while the output is left unread. */
  async #outputRead(): Promise<void> {
    let closed = false;
    const close = this.#started.closed.then(() => {
      closed = true;
    });
    do {
      let cancel: (() => void) | undefined;
      const bound = new Promise<void>((resolve) => {
        cancel = this.#tools.clock.after(lastOutputMs, resolve);
      });
      await Promise.race([close, bound]);
      cancel?.();
    } while (!closed && this.#paused);
  }

  #finish(pid: number): void {
    this.#over = true;
    this.#tools.guard.remove(pid);
    for (const cancel of this.#timers) cancel();
    this.#started.destroy();
  }
}

/** What has ended meanwhile, or may not be signalled, is left to the next look. */
function kill(target: number, signal: StopSignal): void {
  try {
    process.kill(target, signal);
  } catch (error) {
    if (!isError(error, 'ESRCH', 'EPERM')) throw error;
  }
}
