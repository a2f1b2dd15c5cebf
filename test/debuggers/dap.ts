import type { Readable, Writable } from 'node:stream';

interface Message {
  readonly type: 'request' | 'response' | 'event';
  readonly command?: string;
  readonly event?: string;
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly message?: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** A client of a debug adapter: as much of the Debug Adapter Protocol as a breakpoint takes. */
export class DebugAdapter {
  readonly #input: Writable;
  readonly #messages: Message[] = [];
  readonly #waiting = new Set<() => void>();
  #seq = 0;
  /** One character for each byte. */
  #rest = '';

  constructor(output: Readable, input: Writable) {
    this.#input = input;
    output.on('data', (chunk: Buffer) => this.#read(chunk));
  }

  /** The body of the response; rejects with the adapter's own words. */
  async request(command: string, args: object): Promise<Readonly<Record<string, unknown>>> {
    const seq = this.#send(command, args);
    const answer = await this.#first(({ request_seq }) => request_seq === seq);
    if (answer.success !== true) throw new Error(`${command}: ${answer.message}`);
    return answer.body ?? {};
  }

  #send(command: string, args: object): number {
    this.#seq += 1;
    const text = JSON.stringify({ seq: this.#seq, type: 'request', command, arguments: args });
    this.#input.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    return this.#seq;
  }

  async event(name: string): Promise<Readonly<Record<string, unknown>>> {
    return (await this.#first(({ event }) => event === name)).body ?? {};
  }

  async #first(isMeant: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.#messages.find(isMeant);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  #read(chunk: Buffer): void {
    this.#rest += chunk.toString('latin1');
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      const [, length] = /Content-Length: (\d+)/.exec(this.#rest.slice(0, Math.max(0, end))) ?? [];
      const last = end + 4 + Number(length);
      if (length === undefined || this.#rest.length < last) break;
      this.#messages.push(
        JSON.parse(Buffer.from(this.#rest.slice(end + 4, last), 'latin1').toString('utf8')),
      );
      this.#rest = this.#rest.slice(last);
    }
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}
