import { EventEmitter, type Pseudoterminal, type TerminalDimensions } from 'vscode';
import type { LogLine } from '../../formation/model';
import type { FormationSession } from '../formation/session';
import { LogText, type Shown } from './log-text';

const interrupt = '\u0003';
/** Clears the screen and what was scrolled out of it. */
export const clearScreen = '\u001b[2J\u001b[3J\u001b[H';
const dim = (text: string): string => `\u001b[2m${text}\u001b[0m\r\n`;

/**
 * Shows the merged output of a formation in a terminal, so that colours, links and search work. Ctrl+C stops the
 * formation. The terminal bounds what it keeps, and so does the engine.
 */
export class OutputTerminal implements Pseudoterminal {
  readonly #writes = new EventEmitter<string>();
  readonly onDidWrite = this.#writes.event;
  readonly #session: FormationSession;
  #shown: Shown;
  #text: LogText;
  #stopListening: () => void = () => undefined;
  #cleared = 0;
  /** What stands there says only that nothing does. */
  #isEmpty = false;
  #turn = 0;

  constructor(session: FormationSession, shown: Shown) {
    this.#session = session;
    this.#shown = shown;
    this.#text = new LogText(shown);
  }

  open(_dimensions: TerminalDimensions | undefined): void {
    void this.#replay();
  }

  close(): void {
    this.#turn += 1;
    this.#stopListening();
    this.#writes.dispose();
  }

  handleInput(data: string): void {
    if (data === interrupt) void this.#session.stop();
  }

  /** Writes all that is held again, as it is to be shown from now on. */
  show(shown: Shown): void {
    this.#shown = shown;
    this.#writes.fire(clearScreen);
    void this.#replay();
  }

  /** Forgets what was written so far, here alone. */
  clear(): void {
    this.#cleared = this.#text.last;
    this.#writes.fire(clearScreen);
  }

  /** What was said before comes first, and what is said meanwhile after it. */
  async #replay(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#stopListening();
    const live: LogLine[] = [];
    this.#stopListening = this.#session.lines.add((lines) => live.push(...lines));
    const held = await this.#session.heldLines().catch(() => []);
    if (turn !== this.#turn) return;
    this.#stopListening();
    this.#text = new LogText(this.#shown, this.#cleared);
    this.#stopListening = this.#session.lines.add((lines) => this.#write(lines));
    this.#isEmpty = held.length === 0 && live.length === 0;
    if (this.#isEmpty) this.#writes.fire(dim('Nothing has run yet.'));
    this.#write([...held, ...live]);
  }

  #write(lines: readonly LogLine[]): void {
    const text = this.#text.write(lines, namesOf(this.#session));
    if (text === '') return;
    this.#writes.fire(this.#isEmpty ? clearScreen + text : text);
    this.#isEmpty = false;
  }
}

/** The name column is as wide as it will ever be from the start on. */
export function namesOf(session: FormationSession) {
  const { types, processes } = session.view();
  const wanted = types.map(({ name, count }) => `${name}.${Math.max(count, 1)}`);
  return { types: types.map(({ name }) => name), ids: [...wanted, ...processes.map(({ id }) => id)] };
}
