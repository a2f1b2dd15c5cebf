import { Gauge } from './gauge';
import { Holds } from './holds';
import { type Crew, Instance } from './instance';
import { Journal } from './journal';
import type { ProcessEvent } from './life';
import { Listeners } from './listeners';
import type { LogLimits } from './log';
import { Mask } from './mask';
import type { FormationControl, FormationSnapshot, LogLine, ProcessSpec, ProcessStats } from './model';
import type { Child, World } from './world';

export interface FormationOptions extends Partial<LogLimits> {
  /** Milliseconds after which an unfinished line is shown. */
  readonly quietMs?: number;
}

/** The engine: all processes of one app, their states and their output, over a {@link World}. */
export class Formation implements FormationControl {
  readonly #root: string;
  readonly #world: World;
  readonly #crew: Crew;
  readonly #journal: Journal;
  readonly #gauge: Gauge;
  readonly #instances = new Map<string, Instance>();
  readonly #events: [Instance, ProcessEvent][] = [];
  readonly #changes = new Listeners<FormationSnapshot>();
  readonly #holds = new Holds(
    () => this.#forEachChild((child) => child.pause()),
    () => this.#forEachChild((child) => child.resume()),
  );
  #stepping = false;
  #changed = false;
  #mask: Mask | undefined;

  constructor(root: string, world: World, options: FormationOptions = {}) {
    this.#root = root;
    this.#world = world;
    const limits = { lines: options.lines ?? 10_000, characters: options.characters ?? 16_000_000 };
    this.#journal = new Journal(limits, world.clock);
    this.#gauge = new Gauge(() => this.#instances.values(), world.clock);
    this.#crew = {
      world,
      journal: this.#journal,
      holds: this.#holds,
      quietMs: options.quietMs ?? 100,
      dispatch: (instance, event) => this.#dispatch([[instance, event]]),
      changed: () => this.#publishChange(),
      stopAll: () => void this.stop(),
      waitingFor: (spec) => this.#waitingFor(spec),
      mask: () => {
        this.#mask ??= maskFor(this.#instances.values());
        return this.#mask;
      },
    };
  }

  async start(specs: readonly ProcessSpec[]): Promise<void> {
    this.#world.spawner.requireTrust();
    const instances = specs.map((spec) => this.#want(spec));
    const waits = (instance: Instance): boolean => (instance.wanted.after ?? []).length > 0;
    this.#dispatch(instances.map((instance) => [instance, { type: 'start', waits: waits(instance) }]));
  }

  async restart(specs: readonly ProcessSpec[]): Promise<void> {
    this.#world.spawner.requireTrust();
    this.#dispatch(specs.map((spec) => [this.#want(spec), { type: 'restart' }]));
  }

  async propose(specs: readonly ProcessSpec[]): Promise<void> {
    for (const spec of specs) if (this.#instances.has(spec.id)) this.#want(spec);
    this.#publishChange();
  }

  async stop(ids?: readonly string[]): Promise<void> {
    const chosen = [...this.#instances.values()].filter(
      ({ id, live }) => live && (ids?.includes(id) ?? true),
    );
    const ends = new Map<Instance, Promise<void>>();
    const end = (instance: Instance): Promise<void> => {
      const known = ends.get(instance);
      if (known) return known;
      const first = chosen.filter(({ spec }) => spec.after?.includes(instance.spec.type));
      const over = first.length > 0 ? this.#endAfter(instance, first.map(end)) : this.#end(instance);
      ends.set(instance, over);
      return over;
    };
    await Promise.all(chosen.map(end));
  }

  /** Kills the processes at once, without their grace. */
  kill(): void {
    for (const instance of this.#instances.values()) {
      if (instance.live) this.#dispatch([[instance, { type: 'stop' }]]);
      instance.child?.signal('SIGKILL');
    }
  }

  async write(id: string, text: string): Promise<void> {
    this.#instances.get(id)?.child?.write(text);
  }

  async resize(id: string, columns: number, rows: number): Promise<void> {
    this.#instances.get(id)?.child?.resize(columns, rows);
  }

  attach(id: string, listener: (text: string) => void): () => void {
    return this.#instances.get(id)?.attachments.add(listener) ?? (() => undefined);
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

  onStats(listener: (stats: readonly ProcessStats[]) => void): () => void {
    return this.#gauge.listen(listener);
  }

  /** Forgets all listeners. Processes go on: stop them first. */
  dispose(): void {
    this.#changes.clear();
    this.#journal.forgetListeners();
    this.#gauge.forgetListeners();
  }

  get current(): FormationSnapshot {
    return {
      root: this.#root,
      processes: Array.from(this.#instances.values(), (instance) => instance.state()),
      lastSequence: this.#journal.lastSequence,
    };
  }

  /** True while a process may live. */
  get live(): boolean {
    return [...this.#instances.values()].some(({ live }) => live);
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
    for (const { child } of this.#instances.values()) if (child) act(child);
  }

  #want(spec: ProcessSpec): Instance {
    const instance = this.#instances.get(spec.id) ?? new Instance(spec, this.#crew);
    this.#instances.set(spec.id, instance);
    instance.wanted = spec;
    this.#mask = undefined;
    return instance;
  }

  #end(instance: Instance): Promise<void> {
    if (!instance.live) return Promise.resolve();
    const over = instance.ended();
    this.#dispatch([[instance, { type: 'stop' }]]);
    return over;
  }

  async #endAfter(instance: Instance, first: readonly Promise<void>[]): Promise<void> {
    await Promise.all(first);
    await this.#end(instance);
  }

  #waitingFor(spec: ProcessSpec): readonly string[] {
    const instances = [...this.#instances.values()];
    return (spec.after ?? []).filter((type) =>
      instances.some((instance) => instance.wanted.type === type && instance.holdsUp),
    );
  }

  /** An event that arises while another is handled waits for its turn. */
  #dispatch(events: readonly [Instance, ProcessEvent][]): void {
    this.#events.push(...events);
    if (this.#stepping) return;
    this.#stepping = true;
    try {
      for (let next = this.#nextEvent(); next; next = this.#nextEvent()) next[0].step(next[1]);
    } finally {
      this.#stepping = false;
    }
    this.#journal.publish();
  }

  /** Once all is told, those may start that have waited for what is ready now. */
  #nextEvent(): [Instance, ProcessEvent] | undefined {
    const next = this.#events.shift();
    if (next) return next;
    for (const instance of this.#instances.values()) {
      if (instance.waits && this.#waitingFor(instance.wanted).length === 0)
        return [instance, { type: 'clear' }];
    }
    return undefined;
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

/** Masks what is secret to any process, for what one knows another may print. */
function maskFor(instances: Iterable<Instance>): Mask {
  const values = new Set<string>();
  for (const { wanted, spec } of instances) {
    for (const each of [spec, wanted])
      for (const name of each.secrets ?? []) values.add(each.env[name] ?? '');
  }
  return new Mask(values);
}
