import type { Exit, ProcessSpec } from '../../formation/model';
import {
  type Child,
  type ChildEvents,
  type Clock,
  type Files,
  type Ports,
  type Spawner,
  type StopSignal,
  UntrustedWorkspaceError,
  type Usage,
  type World,
} from '../../formation/world';

/** A clock that moves when it is told to. */
export class FakeClock implements Clock {
  #now = Date.UTC(2026, 0, 2, 3, 4, 5);
  readonly #timers = new Set<{ readonly at: number; readonly run: () => void }>();

  get timers(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#now = due.at;
      this.#timers.delete(due);
      due.run();
    }
    this.#now = end;
  }
}

/** A child that does what the test says, and nothing else. */
export class FakeChild implements Child {
  readonly signals: StopSignal[] = [];
  readonly spec: ProcessSpec;
  paused = false;
  readonly #events: ChildEvents;
  readonly #pid: number;

  constructor(spec: ProcessSpec, events: ChildEvents, pid: number) {
    this.spec = spec;
    this.#events = events;
    this.#pid = pid;
  }

  signal(signal: StopSignal): void {
    this.signals.push(signal);
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }

  readonly typed: string[] = [];
  readonly sizes: string[] = [];
  used: Usage | undefined;

  write(text: string): void {
    this.typed.push(text);
  }

  resize(columns: number, rows: number): void {
    this.sizes.push(`${columns}x${rows}`);
  }

  get terminal(): boolean {
    return this.spec.terminal ?? false;
  }

  async usage(): Promise<Usage | undefined> {
    return this.used;
  }

  spawned(): void {
    this.#events.spawned(this.#pid);
  }

  failed(reason: string): void {
    this.#events.failed(reason);
  }

  print(text: string, stream: 'stdout' | 'stderr' = 'stdout'): void {
    this.#events.output(stream, new TextEncoder().encode(text));
  }

  exited(exit: Partial<Exit> = { code: 0 }, left = false): void {
    this.#events.exited({ code: exit.code, signal: exit.signal }, left);
  }

  gone(): void {
    this.#events.gone();
  }
}

export class FakeSpawner implements Spawner {
  readonly children: FakeChild[] = [];
  trusted = true;

  requireTrust(): void {
    if (!this.trusted) throw new UntrustedWorkspaceError();
  }

  spawn(spec: ProcessSpec, events: ChildEvents): Child {
    this.requireTrust();
    const child = new FakeChild(spec, events, 100 + this.children.length);
    this.children.push(child);
    return child;
  }

  /** The newest child of a process. */
  child(id: string): FakeChild {
    const child = this.children.findLast(({ spec }) => spec.id === id);
    if (!child) throw new Error(`${id} was never spawned`);
    return child;
  }
}

/** Ports on which listens who the test says. */
export class FakePorts implements Ports {
  readonly open = new Set<number>();
  /** `5000/health` and the like that answer well. */
  readonly well = new Set<string>();

  async listening(port: number): Promise<boolean> {
    return this.open.has(port);
  }

  async holder(): Promise<string> {
    return 'node (pid 77)';
  }

  async answers(port: number, path: string): Promise<boolean> {
    return this.well.has(`${port}${path}`);
  }
}

/** Files that change when the test says so. */
export class FakeFiles implements Files {
  readonly watched = new Map<string, (path: string) => void>();

  watch(folder: string, globs: readonly string[], changed: (path: string) => void): () => void {
    const key = `${folder} ${globs.join(' ')}`;
    this.watched.set(key, changed);
    return () => this.watched.delete(key);
  }
}

export interface FakeWorld extends World {
  readonly spawner: FakeSpawner;
  readonly clock: FakeClock;
  readonly ports: FakePorts;
  readonly files: FakeFiles;
}

export function fakeWorld(): FakeWorld {
  return {
    spawner: new FakeSpawner(),
    clock: new FakeClock(),
    ports: new FakePorts(),
    files: new FakeFiles(),
  };
}

/** The spec of `web.1` and its like. */
export function specOf(id: string, part: Partial<ProcessSpec> = {}): ProcessSpec {
  const [type = id, instance = '1'] = id.split('.');
  return {
    id,
    type,
    instance: Number(instance),
    command: 'true',
    cwd: '/',
    port: 5000,
    env: {},
    graceMs: 5000,
    ...part,
  };
}
