import type { LogLine, ProcessState, ProcessStats } from '../../formation/model';
import type { SupervisedFormation } from '../../formation/supervisor/client';
import { Listeners } from './listeners';
import type { SessionWorld } from './session-world';

/** One session's connection to the engine of its app, and what the engine last said. */
export class EngineLink {
  readonly changes = new Listeners<void>();
  readonly lines = new Listeners<readonly LogLine[]>();
  readonly #world: SessionWorld;
  readonly #opened: (control: SupervisedFormation) => Promise<void>;
  #control: Promise<SupervisedFormation> | undefined;
  #processes: readonly ProcessState[] = [];
  #stats: ReadonlyMap<string, ProcessStats> = new Map();
  #watched = false;
  #unwatch: (() => void) | undefined;

  /** `opened` is called with each new connection. */
  constructor(world: SessionWorld, opened: (control: SupervisedFormation) => Promise<void>) {
    this.#world = world;
    this.#opened = opened;
  }

  get processes(): readonly ProcessState[] {
    return this.#processes;
  }

  /** By process; empty while nobody watches. */
  get stats(): ReadonlyMap<string, ProcessStats> {
    return this.#stats;
  }

  /** One connection per session; one that could not be made is tried anew by the next order. */
  async connected(): Promise<SupervisedFormation> {
    this.#world.requireTrust();
    this.#control ??= this.#world.connect().then((control) => this.#listenTo(control));
    try {
      return await this.#control;
    } catch (error) {
      this.#control = undefined;
      throw error;
    }
  }

  /** The connection if there is one. */
  async current(): Promise<SupervisedFormation | undefined> {
    return this.#control;
  }

  /** Shows what another window, or this one before it was reloaded, left running. */
  async attach(): Promise<void> {
    this.#world.requireTrust();
    const control = await this.#world.attach();
    if (control && this.#control) control.dispose();
    else if (control) this.#control = this.#listenTo(control);
    await this.#control;
  }

  /** CPU and memory are measured only while somebody looks. */
  async watchStats(watched: boolean): Promise<void> {
    this.#watched = watched;
    this.#gauge(await this.#control);
  }

  async dispose(): Promise<void> {
    (await this.#control)?.dispose();
  }

  async #listenTo(control: SupervisedFormation): Promise<SupervisedFormation> {
    control.onDidChange(({ processes }) => this.#show(processes));
    control.onLines((lines) => this.lines.tell(lines));
    control.onDidClose(() => {
      this.#control = undefined;
      this.#unwatch = undefined;
    });
    this.#gauge(control);
    this.#show((await control.snapshot()).processes);
    await this.#opened(control);
    return control;
  }

  #gauge(control: SupervisedFormation | undefined): void {
    if (this.#watched && control) {
      this.#unwatch ??= control.onStats((stats) => {
        this.#stats = new Map(stats.map((one) => [one.id, one]));
        this.changes.tell();
      });
      return;
    }
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#stats = new Map();
  }

  #show(processes: readonly ProcessState[]): void {
    this.#processes = processes;
    this.changes.tell();
  }
}
