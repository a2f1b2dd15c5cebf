import type { PortState, ProcessSpec } from './model';
import type { Clock, Ports, World } from './world';

/** Milliseconds that a process has to listen on its port. */
const timeToListenMs = 20_000;

const firstPauseMs = 50;
const longestPauseMs = 1000;

export interface PortListener {
  state(state: PortState): void;
  ready(): void;
  say(text: string): void;
}

/** To be called before the process can have listened; undefined for one that is not expected to. */
export function watchPort(
  spec: ProcessSpec,
  world: Pick<World, 'ports' | 'clock'>,
  listener: PortListener,
): PortWatch | undefined {
  const { port, serves, ready } = spec;
  const expected = serves || (ready !== undefined && ready.kind !== 'log');
  return port === undefined || !expected ? undefined : new PortWatch(spec, port, world, listener);
}

/** Looks whether a process that was just started comes to listen on its port, and is ready by that. */
export class PortWatch {
  readonly #spec: ProcessSpec;
  readonly #port: number;
  readonly #ports: Ports;
  readonly #clock: Clock;
  readonly #listener: PortListener;
  readonly #until: number;
  #state: PortState = 'opening';
  #cancel: (() => void) | undefined;
  #over = false;

  constructor(
    spec: ProcessSpec,
    port: number,
    world: Pick<World, 'ports' | 'clock'>,
    listener: PortListener,
  ) {
    this.#spec = spec;
    this.#port = port;
    this.#ports = world.ports;
    this.#clock = world.clock;
    this.#listener = listener;
    this.#until = world.clock.now() + timeToListenMs;
    void this.#begin();
  }

  stop(): void {
    this.#over = true;
    this.#cancel?.();
  }

  async #begin(): Promise<void> {
    const listening = await this.#ports.listening(this.#port);
    if (this.#over) return;
    if (!listening) this.#turn('opening');
    else await this.#tellTaken();
    this.#lookAfter(firstPauseMs);
  }

  async #tellTaken(): Promise<void> {
    const holder = (await this.#ports.holder(this.#port)) ?? 'another program';
    if (this.#over) return;
    this.#turn('taken');
    this.#listener.say(`port ${this.#port} is taken by ${holder}`);
  }

  #lookAfter(ms: number): void {
    if (this.#over) return;
    this.#cancel = this.#clock.after(ms, () => {
      void this.#look().then((done) => {
        if (!done) this.#lookAfter(Math.min(ms * 1.5, longestPauseMs));
      });
    });
  }

  /** True where nothing is left to look for. */
  async #look(): Promise<boolean> {
    const listening = await this.#ports.listening(this.#port);
    if (this.#over) return true;
    // That it listens was not declared: what comes after it does not wait for ever.
    if (!this.#spec.ready && this.#clock.now() >= this.#until) this.#listener.ready();
    if (this.#state === 'taken') {
      if (listening === false) this.#turn('opening');
      return false;
    }
    if (listening) return this.#onListening();
    if (this.#state === 'opening' && this.#clock.now() >= this.#until) {
      this.#turn('late');
      this.#listener.say(`port ${this.#port} is not bound after ${timeToListenMs / 1000} s`);
    }
    return false;
  }

  async #onListening(): Promise<boolean> {
    if (this.#state !== 'bound') this.#turn('bound');
    const { ready } = this.#spec;
    if (ready?.kind === 'http' && !(await this.#ports.answers(this.#port, ready.path))) return false;
    if (!this.#over && ready?.kind !== 'log') this.#listener.ready();
    return true;
  }

  #turn(state: PortState): void {
    this.#state = state;
    this.#listener.state(state);
  }
}
