import type { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';

/** UTF-16 code units. A frame carries the environments of a whole formation, or about a million characters of log. */
export const largestFrame = 16_000_000;

/** Before a client has shown its token. */
export const largestHello = 4096;

export interface ChannelListener {
  /** One frame; `undefined` where it was no JSON. */
  frame(value: unknown): void;
  /** The other side is gone, or was dropped because it broke the rules. Called once. */
  closed(): void;
  /** What was sent has left, after `send` had given false. */
  drained?(): void;
}

/** Newline-delimited JSON over a socket, with a bound on the size of a frame. */
export class Channel {
  readonly #socket: Socket;
  readonly #listener: ChannelListener;
  readonly #decoder = new StringDecoder('utf8');
  #limit: number;
  #parts: string[] = [];
  #length = 0;

  constructor(socket: Socket, listener: ChannelListener, limit: number) {
    this.#socket = socket;
    this.#listener = listener;
    this.#limit = limit;
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('drain', () => listener.drained?.());
    socket.once('close', () => listener.closed());
    // An error is followed by `close`, which tells the listener.
    socket.on('error', () => undefined);
  }

  allow(limit: number): void {
    this.#limit = limit;
  }

  /** False where the other side is slow: wait for `drained` before sending more than answers. */
  send(frame: object): boolean {
    return this.#socket.writable && this.#socket.write(`${JSON.stringify(frame)}\n`);
  }

  /** Closes after what was sent has left. */
  end(): void {
    this.#socket.end();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    const text = this.#decoder.write(chunk);
    let start = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
      if (!this.#keep(text.slice(start, at))) return;
      const line = this.#parts.join('');
      this.#parts = [];
      this.#length = 0;
      start = at + 1;
      this.#listener.frame(parseJson(line));
    }
    this.#keep(text.slice(start));
  }

  /** False, and the end of the channel, where the frame is too large. */
  #keep(part: string): boolean {
    this.#length += part.length;
    if (this.#length > this.#limit || this.#socket.destroyed) {
      this.#socket.destroy();
      return false;
    }
    if (part !== '') this.#parts.push(part);
    return true;
  }
}

/** The parser's own error is dropped: it quotes its input. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
