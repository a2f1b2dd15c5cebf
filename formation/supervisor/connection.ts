import { createHash, timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Formation } from '../formation';
import { type Clock, UntrustedWorkspaceError } from '../world';
import { Channel, largestFrame, largestHello } from './channel';
import { type Call, isCall, isHello, protocolVersion, type ServerFrame } from './frames';
import type { Lifetime } from './lifetime';
import { Outbox } from './outbox';

export interface Host {
  readonly formation: Formation;
  readonly lifetime: Lifetime;
  readonly token: string;
  readonly clock: Clock;
}

/** Milliseconds a client has to say who it is. */
const helloMs = 5000;

/** Milliseconds that processes wait for a client that reads too slowly. */
const patienceMs = 2000;

/** Characters of log in one frame. */
const linesPerFrame = 1_000_000;

/** One client of a supervisor. */
export class Connection {
  readonly #host: Host;
  readonly #channel: Channel;
  readonly #outbox: Outbox;
  readonly #off: (() => void)[] = [];
  /** What the client has asked to be told besides. */
  readonly #subscriptions = new Map<string, () => void>();
  #open = false;
  #blocked = false;
  #changed = false;
  #scheduled = false;

  constructor(socket: Socket, host: Host) {
    this.#host = host;
    this.#outbox = new Outbox(() => host.formation.hold(), host.clock);
    const listener = {
      frame: (value: unknown) => (this.#open ? this.#onCall(value) : this.#onHello(value)),
      closed: () => this.#onClosed(),
      drained: () => {
        this.#blocked = false;
        this.#end('stall');
        this.#pump();
      },
    };
    this.#channel = new Channel(socket, listener, largestHello);
    this.#off.push(
      host.clock.after(helloMs, () => {
        if (!this.#open && !host.lifetime.ending) this.#channel.destroy();
      }),
    );
  }

  #onHello(value: unknown): void {
    const { lifetime, token } = this.#host;
    if (!isHello(value)) this.#channel.destroy();
    else if (!sameToken(value.token, token)) this.#refuse('token');
    else if (value.type === 'retire') lifetime.retire();
    else if (value.protocol !== protocolVersion) this.#refuse('protocol');
    // The connection stays open until the supervisor has ended, by which the client knows.
    else if (lifetime.ending) this.#send({ type: 'refused', reason: 'ending', protocol: protocolVersion });
    else this.#welcome();
  }

  #welcome(): void {
    const { lifetime, formation } = this.#host;
    this.#open = true;
    this.#channel.allow(largestFrame);
    lifetime.join();
    this.#send({ type: 'welcome', snapshot: formation.current });
    this.#off.push(
      formation.onDidChange(() => {
        this.#changed = true;
        this.#schedule();
      }),
      formation.onLines((lines) => {
        this.#outbox.put(lines);
        this.#schedule();
      }),
      () => this.#outbox.close(),
    );
  }

  #refuse(reason: 'token' | 'protocol'): void {
    this.#send({ type: 'refused', reason, protocol: protocolVersion });
    this.#channel.end();
  }

  /** A client that breaks the protocol is dropped. */
  #onCall(value: unknown): void {
    if (!isCall(value)) {
      this.#channel.destroy();
      return;
    }
    this.#answer(value).catch((error: unknown) => {
      const untrusted = error instanceof UntrustedWorkspaceError;
      const message = untrusted ? error.message : 'The supervisor could not do that.';
      this.#send({ type: 'error', call: value.call, code: untrusted ? 'untrusted' : 'internal', message });
    });
  }

  async #answer(call: Call): Promise<void> {
    const { formation, lifetime } = this.#host;
    if (call.type === 'snapshot') {
      this.#send({ type: 'snapshot', call: call.call, snapshot: formation.current });
      return;
    }
    if (isOrder(call) && lifetime.ending) {
      const message = 'The supervisor is ending. Start again.';
      this.#send({ type: 'error', call: call.call, code: 'ending', message });
      return;
    }
    await this.#obey(call);
    // What came before is told first, to a slow client too.
    this.#flush();
    if (call.type === 'lines-after') this.#sendLinesAfter(call.sequence, call.call);
    this.#send({ type: 'done', call: call.call });
  }

  async #obey(call: Call): Promise<void> {
    const { formation } = this.#host;
    switch (call.type) {
      case 'start':
      case 'restart':
      case 'propose':
        return formation[call.type](call.specs);
      case 'stop':
        return formation.stop(call.ids);
      case 'write':
        return formation.write(call.id, call.text);
      case 'resize':
        return formation.resize(call.id, call.columns, call.rows);
      case 'attach':
        return this.#attach(call.id, call.attachment);
      case 'detach':
        return this.#end(`output ${call.attachment}`);
      case 'measure':
        return this.#measure(call.on);
    }
  }

  #attach(id: string, attachment: number): void {
    const name = `output ${attachment}`;
    this.#end(name);
    const off = this.#host.formation.attach(id, (text) => {
      if (!this.#send({ type: 'output', attachment, text })) this.#stall();
    });
    this.#subscriptions.set(name, off);
  }

  /** Processes wait for a client that reads too slowly what it has attached to, though not for long. */
  #stall(): void {
    if (this.#subscriptions.has('stall')) return;
    const { formation, clock } = this.#host;
    const release = formation.hold();
    const cancel = clock.after(patienceMs, () => this.#end('stall'));
    this.#subscriptions.set('stall', () => {
      cancel();
      release();
    });
  }

  #measure(on: boolean): void {
    this.#end('stats');
    if (!on) return;
    const off = this.#host.formation.onStats((stats) => this.#send({ type: 'stats', stats }));
    this.#subscriptions.set('stats', off);
  }

  #end(subscription: string): void {
    this.#subscriptions.get(subscription)?.();
    this.#subscriptions.delete(subscription);
  }

  #sendLinesAfter(sequence: number, call: number): void {
    const { formation } = this.#host;
    let after = sequence;
    for (;;) {
      const lines = formation.held(after, linesPerFrame);
      const last = lines.at(-1);
      if (!last) return;
      this.#send({ type: 'part', call, lines });
      after = last.sequence;
    }
  }

  /** What arises in one turn of the event loop goes out together. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#pump();
    });
  }

  #pump(): void {
    if (!this.#open || this.#blocked) return;
    this.#sendChange();
    while (!this.#blocked && !this.#outbox.isEmpty) this.#sendLines();
  }

  #flush(): void {
    this.#sendChange();
    while (!this.#outbox.isEmpty) this.#sendLines();
  }

  #sendChange(): void {
    if (!this.#changed) return;
    this.#changed = false;
    this.#blocked = !this.#send({ type: 'changed', snapshot: this.#host.formation.current });
  }

  #sendLines(): void {
    this.#blocked = !this.#send({ type: 'lines', lines: this.#outbox.take() });
  }

  #send(frame: ServerFrame): boolean {
    return this.#channel.send(frame);
  }

  #onClosed(): void {
    for (const off of [...this.#off, ...this.#subscriptions.values()]) off();
    if (!this.#open) return;
    this.#open = false;
    this.#host.lifetime.leave();
  }
}

/** Whether a call may have processes started. */
function isOrder({ type }: Call): boolean {
  return type === 'start' || type === 'restart' || type === 'propose';
}

function sameToken(given: string, token: string): boolean {
  const digest = (text: string) => new Uint8Array(createHash('sha256').update(text).digest());
  return timingSafeEqual(digest(given), digest(token));
}
