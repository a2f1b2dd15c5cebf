import { type Disposable, EventEmitter, type Pseudoterminal, type Terminal, ThemeIcon, window } from 'vscode';
import type { LogLine } from '../../formation/model';
import { LogText } from './log-text';
import type { FormationSession } from './session';

const interrupt = '\u0003';

/** Shows a formation's output in a terminal, so that colours, links and search work. Ctrl+C stops what is shown. */
class OutputTerminal implements Pseudoterminal {
  readonly #writes = new EventEmitter<string>();
  readonly onDidWrite = this.#writes.event;
  readonly #session: FormationSession;
  readonly #id: string | undefined;
  readonly #text: LogText;
  #stopListening: () => void = () => undefined;

  constructor(session: FormationSession, id?: string) {
    this.#session = session;
    this.#id = id;
    this.#text = new LogText(id);
  }

  open(): void {
    const live: LogLine[] = [];
    this.#stopListening = this.#session.lines.add((lines) => live.push(...lines));
    void this.#replay().finally(() => {
      this.#stopListening();
      this.#stopListening = this.#session.lines.add((lines) => this.#write(lines));
      this.#write(live);
    });
  }

  close(): void {
    this.#stopListening();
    this.#writes.dispose();
  }

  handleInput(data: string): void {
    if (data !== interrupt) return;
    const { key } = this.#session;
    void this.#session.stop(this.#id === undefined ? undefined : { formation: key, id: this.#id });
  }

  /** Writes what was said before the terminal was opened. */
  async #replay(): Promise<void> {
    const held = await this.#session.heldLines();
    if (held.length === 0) this.#writes.fire('\u001b[2mNothing has run yet.\u001b[0m\r\n');
    this.#write(held);
  }

  #write(lines: readonly LogLine[]): void {
    const { types, processes } = this.#session.view();
    // The name column is as wide as it will ever be from the start on.
    const wanted = types.map(({ name, count }) => `${name}.${Math.max(count, 1)}`);
    const names = {
      types: types.map(({ name }) => name),
      ids: [...wanted, ...processes.map(({ id }) => id)],
    };
    const text = this.#text.write(lines, names);
    if (text !== '') this.#writes.fire(text);
  }
}

/** The output terminals of all formations: one merged per formation, one per process on demand. */
export class Outputs implements Disposable {
  readonly #several: () => boolean;
  readonly #terminals = new Map<string, Terminal>();
  readonly #closing = window.onDidCloseTerminal((closed) => {
    for (const [key, terminal] of this.#terminals) if (terminal === closed) this.#terminals.delete(key);
  });

  /** `several` tells whether a terminal's name must say which formation it shows. */
  constructor(several: () => boolean) {
    this.#several = several;
  }

  /** Brings the output to the front and leaves the focus where it is. */
  show(session: FormationSession, id?: string): void {
    const key = `${session.key}#${id ?? ''}`;
    const terminal = this.#terminals.get(key) ?? this.#create(session, id);
    this.#terminals.set(key, terminal);
    terminal.show(true);
  }

  dispose(): void {
    this.#closing.dispose();
    for (const terminal of this.#terminals.values()) terminal.dispose();
  }

  #create(session: FormationSession, id: string | undefined): Terminal {
    const what = id ?? 'Formation';
    return window.createTerminal({
      name: this.#several() ? `${what} (${session.name})` : what,
      iconPath: new ThemeIcon('server-process'),
      isTransient: true,
      pty: new OutputTerminal(session, id),
    });
  }
}
