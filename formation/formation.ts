import { type Entry, newEntry, settle, startGrace } from './entry';
import { Holds } from './holds';
import { Journal } from './journal';
import { Listeners } from './listeners';
import type { LogLimits } from './log';
import type { FormationControl, FormationSnapshot, LogLine, ProcessSpec } from './model';
import { Output } from './output';
import { type Effect, isLive, type ProcessEvent, step, viewOf } from './process';
import { type Child, type ChildEvents, UntrustedWorkspaceError, type World } from './world';

export interface FormationOptions extends Partial<LogLimits> {
  /** Milliseconds after which an unfinished line is shown. */
  readonly quietMs?: number;
}

/** The engine: all processes of one app, their states and their output, over a {@link World}. */
export class Formation implements FormationControl {
  readonly #root: string;
  readonly #world: World;
  readonly #quietMs: number;
  readonly #journal: Journal;
  readonly #entries = new Map<string, Entry>();
  readonly #events: [Entry, ProcessEvent][] = [];
  readonly #changes = new Listeners<FormationSnapshot>();
  readonly #holds = new Holds(
    () => this.#forEachChild((child) => child.pause()),
    () => this.#forEachChild((child) => child.resume()),
  );
  #stepping = false;
  #changed = false;

  constructor(root: string, world: World, options: FormationOptions = {}) {
    this.#root = root;
    this.#world = world;
    this.#quietMs = options.quietMs ?? 100;
    const limits = { lines: options.lines ?? 10_000, characters: options.characters ?? 16_000_000 };
    this.#journal = new Journal(limits, world.clock);
  }

  async start(specs: readonly ProcessSpec[]): Promise<void> {
    this.#order('start', specs);
  }

  async restart(specs: readonly ProcessSpec[]): Promise<void> {
    this.#order('restart', specs);
  }

  async stop(ids?: readonly string[]): Promise<void> {
    const chosen = [...this.#entries.values()].filter((entry) => ids?.includes(entry.id) ?? true);
    const live = chosen.filter((entry) => isLive(entry.life));
    const ends = live.map((entry) => new Promise<void>((resolve) => entry.waiting.add(resolve)));
    for (const entry of live) this.#dispatch(entry, { type: 'stop' });
    await Promise.all(ends);
  }

  async snapshot(): Promise<FormationSnapshot> {
    return this.current;
  }

  async linesAfter(sequence: number): Promise<readonly LogLine[]> {
    return this.#journal.after(sequence);
  }

  onDidChange(listener: (snapshot: FormationSnapshot) => void): () => void {
    return this.#changes.add(listener);
  }

  onLines(listener: (lines: readonly LogLine[]) => void): () => void {
    return this.#journal.listen(listener);
  }

  /** Forgets all listeners. Processes go on: stop them first. */
  dispose(): void {
    this.#changes.clear();
    this.#journal.forgetListeners();
  }

  get current(): FormationSnapshot {
    return {
      root: this.#root,
      processes: Array.from(this.#entries.values(), (entry) => viewOf(entry.spec, entry.life)),
      lastSequence: this.#journal.lastSequence,
    };
  }

  /** True while a process may live. */
  get live(): boolean {
    return [...this.#entries.values()].some((entry) => isLive(entry.life));
  }

  /** The lines after `sequence` that are still held, as many as have about `characters` of text. */
  held(sequence: number, characters: number): readonly LogLine[] {
    return this.#journal.after(sequence, characters);
  }

  /**
   * Leaves the output of all processes unread until the function given back is called: for a listener that cannot
   * keep up and must not miss a line. Processes wait meanwhile, so it must be short.
   */
  hold(): () => void {
    return this.#holds.add();
  }

  #forEachChild(act: (child: Child) => void): void {
    for (const { child } of this.#entries.values()) if (child) act(child);
  }

  #order(type: 'start' | 'restart', specs: readonly ProcessSpec[]): void {
    this.#world.spawner.requireTrust();
    for (const spec of specs) {
      const entry = this.#entries.get(spec.id) ?? this.#add(spec);
      entry.wanted = spec;
      this.#dispatch(entry, { type });
    }
  }

  #add(spec: ProcessSpec): Entry {
    const entry = newEntry(spec);
    this.#entries.set(spec.id, entry);
    return entry;
  }

  /** An event that arises while another is handled waits for its turn. */
  #dispatch(entry: Entry, event: ProcessEvent): void {
    this.#events.push([entry, event]);
    if (this.#stepping) return;
    this.#stepping = true;
    try {
      for (let next = this.#events.shift(); next; next = this.#events.shift()) this.#step(...next);
    } finally {
      this.#stepping = false;
    }
    this.#journal.publish();
  }

  #step(entry: Entry, event: ProcessEvent): void {
    const [next, ...effects] = step(entry.life, event);
    if (next === entry.life && effects.length === 0) return;
    entry.life = next;
    for (const effect of effects) this.#perform(entry, effect);
    this.#publishChange();
  }

  #perform(entry: Entry, effect: Effect): void {
    switch (effect.type) {
      case 'spawn':
        this.#spawn(entry);
        break;
      case 'signal':
        entry.child?.signal(effect.signal);
        break;
      case 'start-grace':
        startGrace(entry, this.#world.clock, () => this.#dispatch(entry, { type: 'grace-elapsed' }));
        break;
      case 'cancel-grace':
        entry.cancelGrace?.();
        break;
      case 'say':
        this.#journal.append(entry.id, 'system', effect.text, true);
        break;
      case 'ended':
        settle(entry);
    }
  }

  #spawn(entry: Entry): void {
    entry.spec = entry.wanted;
    const output = new Output(this.#world.clock, this.#quietMs, {
      line: (stream, text, complete) => this.#journal.append(entry.id, stream, text, complete),
      flushed: () => this.#journal.publish(),
    });
    entry.output = output;
    try {
      entry.child = this.#world.spawner.spawn(entry.spec, this.#listenTo(entry, output));
      if (this.#holds.active) entry.child.pause();
    } catch (error) {
      const untrusted = error instanceof UntrustedWorkspaceError;
      const reason = untrusted ? error.message : 'The system refused.';
      this.#dispatch(entry, { type: 'spawn-failed', reason });
    }
  }

  /** What a child says counts only while its start is the current one. */
  #listenTo(entry: Entry, output: Output): ChildEvents {
    const isCurrent = (): boolean => entry.output === output;
    const tell = (event: ProcessEvent): void => {
      if (isCurrent()) this.#dispatch(entry, event);
    };
    return {
      spawned: (pid) => tell({ type: 'spawned', pid, at: this.#world.clock.now() }),
      failed: (reason) => tell({ type: 'spawn-failed', reason }),
      output: (stream, chunk) => {
        if (isCurrent()) output.take(stream, chunk);
      },
      exited: (exit, left) => {
        if (isCurrent() && !left) output.end();
        tell({ type: 'exited', exit, left });
      },
      gone: () => {
        if (isCurrent()) output.end();
        tell({ type: 'gone' });
      },
    };
  }

  /** Changes made in one turn of the event loop are told once. */
  #publishChange(): void {
    if (this.#changed) return;
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      this.#changes.tell(this.current);
    });
  }
}
