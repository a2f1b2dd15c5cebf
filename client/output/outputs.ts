import { type Disposable, env, type Terminal, ThemeIcon, Uri, window, workspace } from 'vscode';
import { UserError } from '../errors';
import type { FormationSession } from '../formation/session';
import { OutputTerminal } from './output-terminal';
import { plainText } from './plain-text';
import { ProcessTerminal } from './process-terminal';

interface Opened {
  readonly session: FormationSession;
  readonly id: string | undefined;
  readonly terminal: Terminal;
  readonly shown: OutputTerminal | ProcessTerminal;
}

/** The output terminals of all formations: one merged per formation, one per process on demand. */
export class Outputs implements Disposable {
  readonly #several: () => boolean;
  readonly #open = new Map<string, Opened>();
  /** The process types left out of the merged output, by formation. */
  readonly #hidden = new Map<string, ReadonlySet<string>>();
  readonly #subscriptions: readonly Disposable[];

  /** `several` tells whether a terminal's name must say which formation it shows. */
  constructor(several: () => boolean) {
    this.#several = several;
    this.#subscriptions = [
      window.onDidCloseTerminal((closed) => {
        for (const [key, { terminal }] of this.#open) if (terminal === closed) this.#open.delete(key);
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('twelveFactor.formation.timestamps')) this.#showAll();
      }),
    ];
  }

  /** Brings the output to the front; the focus moves there only so that one can type. */
  show(session: FormationSession, id?: string, focus = false): void {
    const key = `${session.key}#${id ?? ''}`;
    const opened = this.#open.get(key) ?? this.#create(session, id);
    this.#open.set(key, opened);
    opened.terminal.show(!focus);
  }

  /** The app's folder, for a terminal that shows one's output. */
  rootOf(terminal: Terminal): Uri | undefined {
    const opened = [...this.#open.values()].find((one) => one.terminal === terminal);
    return opened && Uri.parse(opened.session.key);
  }

  hiddenIn(session: FormationSession): ReadonlySet<string> {
    return this.#hidden.get(session.key) ?? new Set();
  }

  /** Leaves these process types out of the merged output, what was said before too. */
  hide(session: FormationSession, types: ReadonlySet<string>): void {
    this.#hidden.set(session.key, types);
    this.#showAll();
    this.show(session);
  }

  /** Empties the terminals of a formation. The engine keeps what it holds. */
  clear(session: FormationSession): void {
    for (const opened of this.#open.values()) if (opened.session === session) opened.shown.clear();
  }

  /** What the merged output shows, as plain text. */
  async text(session: FormationSession): Promise<string> {
    const text = plainText(await session.heldLines(), this.#includes(session));
    if (text === '') throw new UserError('There is no output yet.');
    return text;
  }

  async copy(session: FormationSession): Promise<void> {
    await env.clipboard.writeText(await this.text(session));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const { terminal } of this.#open.values()) terminal.dispose();
  }

  #includes(session: FormationSession): (id: string) => boolean {
    const hidden = this.hiddenIn(session);
    return (id) => !hidden.has(id.slice(0, id.lastIndexOf('.')));
  }

  #shownOf(session: FormationSession) {
    const timestamps = workspace
      .getConfiguration('twelveFactor.formation', Uri.parse(session.key))
      .get('timestamps', true);
    return { includes: this.#includes(session), timestamps };
  }

  #showAll(): void {
    for (const { session, shown } of this.#open.values()) {
      if (shown instanceof OutputTerminal) shown.show(this.#shownOf(session));
    }
  }

  #create(session: FormationSession, id: string | undefined): Opened {
    const what = id ?? 'Formation';
    const shown =
      id === undefined
        ? new OutputTerminal(session, this.#shownOf(session))
        : new ProcessTerminal(session, id);
    const terminal = window.createTerminal({
      name: this.#several() ? `${what} (${session.name})` : what,
      iconPath: new ThemeIcon('server-process'),
      isTransient: true,
      pty: shown,
    });
    return { session, id, terminal, shown };
  }
}
