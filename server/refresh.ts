import type { OpenDocument } from './open-document';
import type { Session } from './session';

/** Asks the client to pull again what it shows of open documents, where another file or a setting has changed it. */
export class Refresh {
  readonly #session: Session;
  readonly #ask: () => Promise<void>;
  readonly #asked = new WeakMap<OpenDocument, string>();
  #isAsking = false;
  #isDue = false;

  constructor(session: Session, ask: () => Promise<void>) {
    this.#session = session;
    this.#ask = ask;
  }

  /** To be called with each change; many at once make one question. */
  consider(): void {
    this.#isDue = true;
    if (this.#isAsking || !this.#session.client.workspace?.diagnostics?.refreshSupport) return;
    this.#isAsking = true;
    this.#session.tasks.run('refresh', () => this.#run());
  }

  async #run(): Promise<void> {
    try {
      while (this.#isDue) {
        this.#isDue = false;
        await this.#session.host.pause();
        const stale = [...this.#session.documents.values()].filter((document) => this.#isStale(document));
        for (const document of stale) this.#asked.set(document, document.id);
        if (stale.length > 0 && !this.#session.ended) await this.#ask();
      }
    } finally {
      this.#isAsking = false;
    }
  }

  /** A document that was edited itself is pulled by the client anyway. */
  #isStale(document: OpenDocument): boolean {
    const { id, pulled } = document;
    return pulled?.version === document.version && pulled.id !== id && this.#asked.get(document) !== id;
  }
}
