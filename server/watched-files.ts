import { takeUp } from './disk';
import type { Session } from './session';

/** A checkout touches many files at once; they are taken up together. In milliseconds. */
const BURST = 100;

/** Takes up files that changed on the disk, in the background. */
export class WatchedFiles {
  readonly #session: Session;
  readonly #pending = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  changed(uris: readonly string[]): void {
    const { host, tasks } = this.#session;
    if (this.#pending.size === 0 && uris.length > 0) {
      tasks.inTurn('watched files', async () => {
        await host.delay(BURST);
        const pending = [...this.#pending];
        this.#pending.clear();
        await takeUp(this.#session, pending);
      });
    }
    for (const uri of uris) this.#pending.add(uri);
  }
}
