import { EventEmitter, type Pseudoterminal, type TerminalDimensions } from 'vscode';
import type { FormationSession } from '../formation/session';
import { LineEditor } from './line-editor';
import { LogText } from './log-text';
import { clearScreen } from './output-terminal';

/**
 * The output of one process, to which one can type. A process on a terminal of its own gets each key and writes as it
 * likes; one on pipes gets whole lines, which are echoed here.
 */
export class ProcessTerminal implements Pseudoterminal {
  readonly #writes = new EventEmitter<string>();
  readonly onDidWrite = this.#writes.event;
  readonly #session: FormationSession;
  readonly #id: string;
  readonly #editor = new LineEditor();
  readonly #changes: () => void;
  #text: LogText;
  #size: TerminalDimensions | undefined;
  #detach: (() => void) | undefined;
  #stopListening: () => void = () => undefined;
  #closed = false;

  constructor(session: FormationSession, id: string) {
    this.#session = session;
    this.#id = id;
    this.#text = new LogText({ id });
    this.#changes = session.changes.add(() => void this.#follow());
  }

  open(dimensions: TerminalDimensions | undefined): void {
    this.#size = dimensions;
    this.#stopListening = this.#session.lines.add((lines) => this.#write(lines));
    void this.#replay();
  }

  close(): void {
    this.#closed = true;
    this.#changes();
    this.#stopListening();
    this.#detach?.();
    this.#writes.dispose();
  }

  setDimensions(dimensions: TerminalDimensions): void {
    this.#size = dimensions;
    if (this.#onTerminal) void this.#resize();
  }

  handleInput(data: string): void {
    if (this.#onTerminal) {
      void this.#send(data);
      return;
    }
    const { echo, send, interrupt } = this.#editor.type(data);
    const state = this.#session.stateOf(this.#id);
    if (interrupt) void this.#session.stop({ formation: this.#session.key, id: this.#id });
    if (state?.status !== 'running') return;
    if (echo !== '') this.#writes.fire(echo);
    if (send !== '') void this.#send(send);
  }

  clear(): void {
    this.#writes.fire(clearScreen);
  }

  get #onTerminal(): boolean {
    const state = this.#session.stateOf(this.#id);
    return state?.status === 'running' && state.terminal;
  }

  async #replay(): Promise<void> {
    const held = await this.#session.heldLines().catch(() => []);
    if (this.#closed) return;
    await this.#follow();
    if (this.#detach) return;
    this.#write(held);
  }

  /** A process that has a terminal is shown as it draws; before and after, its lines are. */
  async #follow(): Promise<void> {
    if (!this.#onTerminal) {
      this.#detach?.();
      this.#detach = undefined;
      return;
    }
    if (this.#detach) return;
    const engine = await this.#session.engine();
    if (!engine || this.#detach || this.#closed) return;
    this.#writes.fire(clearScreen);
    this.#detach = engine.attach(this.#id, (text) => this.#writes.fire(text));
    await this.#resize();
  }

  #write(lines: Parameters<LogText['write']>[0]): void {
    const text = this.#text.write(lines, { types: [], ids: [] });
    // What is attached comes by itself; its lines are only counted.
    if (text !== '' && !this.#detach) this.#writes.fire(text);
  }

  async #resize(): Promise<void> {
    const engine = await this.#session.engine();
    if (engine && this.#size) await engine.resize(this.#id, this.#size.columns, this.#size.rows);
  }

  async #send(text: string): Promise<void> {
    await (await this.#session.engine())?.write(this.#id, text);
  }
}
