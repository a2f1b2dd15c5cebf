import { Attachments } from './attachments';
import type { Holds } from './holds';
import type { Journal } from './journal';
import { type Effect, isLive, type Life, type ProcessEvent, policyOf, unborn } from './life';
import type { Mask } from './mask';
import type { PortState, ProcessSpec, ProcessState } from './model';
import { Output } from './output';
import { type PortWatch, watchPort } from './port-watch';
import { step } from './process';
import { holdsUp, viewOf } from './state';
import { type Child, type ChildEvents, UntrustedWorkspaceError, type World } from './world';

/** What a process asks of its formation. */
export interface Crew {
  readonly world: World;
  readonly journal: Journal;
  readonly holds: Holds;
  readonly quietMs: number;
  dispatch(instance: Instance, event: ProcessEvent): void;
  changed(): void;
  stopAll(): void;
  /** The process types it comes after that are not ready yet. */
  waitingFor(spec: ProcessSpec): readonly string[];
  /** Masks the secrets of all processes. */
  mask(): Mask;
}

/** One process of a formation, over all its starts. */
export class Instance {
  readonly id: string;
  readonly attachments = new Attachments();
  readonly #crew: Crew;
  readonly #ends = new Set<() => void>();
  #spec: ProcessSpec;
  #wanted: ProcessSpec;
  #life: Life = unborn;
  #child: Child | undefined;
  /** Of the current start, from its spawn until nothing of it is left. */
  #output: Output | undefined;
  #ports: PortWatch | undefined;
  #portState: PortState = 'unknown';
  #cancelGrace: (() => void) | undefined;
  #cancelRest: (() => void) | undefined;
  #unwatch: (() => void) | undefined;

  constructor(spec: ProcessSpec, crew: Crew) {
    this.id = spec.id;
    this.#spec = spec;
    this.#wanted = spec;
    this.#crew = crew;
  }

  /** What runs, or ran last. */
  get spec(): ProcessSpec {
    return this.#spec;
  }

  /** What the next start runs. */
  get wanted(): ProcessSpec {
    return this.#wanted;
  }

  set wanted(spec: ProcessSpec) {
    this.#wanted = spec;
  }

  get child(): Child | undefined {
    return this.#child;
  }

  get live(): boolean {
    return isLive(this.#life);
  }

  get waits(): boolean {
    return this.#life.phase.at === 'waiting';
  }

  get holdsUp(): boolean {
    return holdsUp(this.#spec, this.#life);
  }

  /** Settles when nothing of the current start is left. */
  ended(): Promise<void> {
    return new Promise((resolve) => this.#ends.add(resolve));
  }

  state(): ProcessState {
    return viewOf(this.#spec, this.#life, {
      wanted: this.#wanted,
      portState: this.#portState,
      waitingFor: this.waits ? this.#crew.waitingFor(this.#wanted) : [],
      terminal: this.#child?.terminal ?? false,
    });
  }

  /** To be called by the formation alone, which keeps events in order. */
  step(event: ProcessEvent): void {
    const [next, ...effects] = step(this.#life, event, policyOf(this.#spec));
    if (next === this.#life && effects.length === 0) return;
    this.#life = next;
    for (const effect of effects) this.#perform(effect);
    this.#watchFiles();
    this.#crew.changed();
  }

  #perform(effect: Effect): void {
    const { world } = this.#crew;
    switch (effect.type) {
      case 'spawn':
        this.#spawn();
        break;
      case 'signal':
        this.#child?.signal(effect.signal);
        break;
      case 'start-grace':
        this.#cancelGrace?.();
        this.#cancelGrace = world.clock.after(this.#spec.graceMs, () =>
          this.#tell({ type: 'grace-elapsed' }),
        );
        break;
      case 'cancel-grace':
        this.#cancelGrace?.();
        break;
      case 'start-rest':
        this.#cancelRest = world.clock.after(effect.ms, () => this.#tell({ type: 'rest-elapsed' }));
        break;
      case 'cancel-rest':
        this.#cancelRest?.();
        break;
      case 'say':
        this.#say(effect.text);
        break;
      case 'stop-all':
        this.#crew.stopAll();
        break;
      case 'ended':
        this.#settle();
    }
  }

  #spawn(): void {
    const { world, journal, quietMs, holds } = this.#crew;
    this.#spec = this.#wanted;
    const mask = this.#crew.mask();
    const text = this.#spec.ready?.kind === 'log' ? this.#spec.ready.text : undefined;
    const output = new Output(
      { clock: world.clock, quietMs, mask },
      {
        line: (stream, line, complete) => {
          journal.append(this.id, stream, line, complete);
          if (text !== undefined && line.includes(text)) this.#tell({ type: 'ready' });
        },
        flushed: () => journal.publish(),
      },
    );
    this.#output = output;
    this.attachments.clear();
    this.#watchPort(output);
    try {
      this.#child = world.spawner.spawn(this.#spec, this.#listenTo(output, mask));
      if (holds.active) this.#child.pause();
    } catch (error) {
      const untrusted = error instanceof UntrustedWorkspaceError;
      const reason = untrusted ? error.message : 'The system refused.';
      this.#tell({ type: 'spawn-failed', reason });
    }
  }

  /** What a child says counts only while its start is the current one. */
  #listenTo(output: Output, mask: Mask): ChildEvents {
    const { clock } = this.#crew.world;
    const isCurrent = (): boolean => this.#output === output;
    const tell = (event: ProcessEvent): void => {
      if (isCurrent()) this.#tell(event);
    };
    return {
      spawned: (pid) => tell({ type: 'spawned', pid, at: clock.now() }),
      failed: (reason) => tell({ type: 'spawn-failed', reason }),
      output: (stream, chunk) => {
        if (!isCurrent()) return;
        output.take(stream, chunk);
        this.attachments.take(stream, chunk, mask, (this.#child?.terminal || this.#spec.oneShot) ?? false);
      },
      exited: (exit, left) => {
        if (isCurrent() && !left) output.end();
        tell({ type: 'exited', exit, left, at: clock.now() });
      },
      gone: () => {
        if (isCurrent()) output.end();
        tell({ type: 'gone', at: clock.now() });
      },
    };
  }

  #watchPort(output: Output): void {
    const isCurrent = (): boolean => this.#output === output;
    this.#ports = watchPort(this.#spec, this.#crew.world, {
      state: (state) => {
        if (!isCurrent() || this.#portState === state) return;
        this.#portState = state;
        this.#crew.changed();
      },
      ready: () => {
        if (isCurrent()) this.#tell({ type: 'ready' });
      },
      say: (text) => {
        if (!isCurrent()) return;
        this.#say(text);
        this.#crew.journal.publish();
      },
    });
  }

  /** Files are watched from the first start until it is stopped: what has crashed waits for its repair. */
  #watchFiles(): void {
    const { restartOn, cwd } = this.#spec;
    const { phase } = this.#life;
    const wanted = phase.at !== 'idle' && !(phase.at === 'exited' && (phase.asked || phase.exit.code === 0));
    if (!wanted) {
      this.#unwatch?.();
      this.#unwatch = undefined;
    } else if (restartOn && restartOn.length > 0) {
      this.#unwatch ??= this.#crew.world.files.watch(cwd, restartOn, (path) => {
        this.#say(`${path} has changed; restarting`);
        this.#tell({ type: 'restart', reason: `${path} has changed` });
      });
    }
  }

  #say(text: string): void {
    this.#crew.journal.append(this.id, 'system', text, true);
  }

  #tell(event: ProcessEvent): void {
    this.#crew.dispatch(this, event);
  }

  /** Nothing of the start is left. */
  #settle(): void {
    this.#child = undefined;
    this.#output = undefined;
    this.#ports?.stop();
    this.#ports = undefined;
    this.#portState = 'unknown';
    for (const resolve of this.#ends) resolve();
    this.#ends.clear();
  }
}
