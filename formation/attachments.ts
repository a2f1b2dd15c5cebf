import { StringDecoder } from 'node:string_decoder';
import { Listeners } from './listeners';
import type { Mask } from './mask';
import type { OutputStream } from './output';

/** UTF-16 code units that are held of the output of a process on a terminal. */
const heldLength = 64_000;

/** The output of one process as it comes, for the terminals that are attached to it. */
export class Attachments {
  readonly #listeners = new Listeners<string>();
  readonly #decoders = { stdout: new StringDecoder('utf8'), stderr: new StringDecoder('utf8') };
  #held = '';

  /** @param keeps whether what is printed before is told first */
  take(stream: OutputStream, chunk: Uint8Array, mask: Mask, keeps: boolean): void {
    if (!keeps && this.#listeners.size === 0) return;
    const text = mask.apply(this.#decoders[stream].write(chunk as Buffer));
    if (keeps) {
      this.#held += text;
      if (this.#held.length > 2 * heldLength) this.#held = this.#held.slice(-heldLength);
    }
    this.#listeners.tell(text);
  }

  /** A new start: what was printed before is not told again. */
  clear(): void {
    this.#held = '';
  }

  add(listener: (text: string) => void): () => void {
    const off = this.#listeners.add(listener);
    if (this.#held !== '') listener(this.#held);
    return off;
  }
}
