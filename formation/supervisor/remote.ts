import { connect } from 'node:net';
import { Listeners } from '../listeners';
import type { FormationControl, FormationSnapshot, LogLine, ProcessSpec, ProcessStats } from '../model';
import { UntrustedWorkspaceError } from '../world';
import { Channel, largestFrame } from './channel';
import type { Endpoint } from './endpoint';
import { type Call, isServerFrame, type Refusal, type ServerFrame } from './frames';
import { helloTo } from './hello';
import { afterLoss, FormationLostError } from './loss';

/** The formation in its supervisor process. */
export interface SupervisedFormation extends FormationControl {
  /** The supervisor has ended, and its processes with it: connect again. Not called after `dispose`. */
  onDidClose(listener: () => void): () => void;
}

/** Milliseconds after which a supervisor that took the connection but does not answer is given up. */
const longestAnswerMs = 10_000;

export type Answer =
  | { readonly outcome: 'open'; readonly formation: RemoteFormation }
  /** Nobody listens there. */
  | { readonly outcome: 'nobody' }
  | { readonly outcome: 'refused'; readonly reason: Refusal; readonly gone: Promise<void> };

type Unnumbered<T> = T extends unknown ? Omit<T, 'call'> : never;

interface Pending {
  readonly resolve: (lines: readonly LogLine[]) => void;
  readonly reject: (error: Error) => void;
  readonly lines: LogLine[];
}

/** The client's end of a connection to a supervisor. */
export class RemoteFormation implements SupervisedFormation {
  readonly #channel: Channel;
  readonly #pending = new Map<number, Pending>();
  readonly #changes = new Listeners<FormationSnapshot>();
  readonly #lines = new Listeners<readonly LogLine[]>();
  readonly #closes = new Listeners<void>();
  readonly #stats = new Listeners<readonly ProcessStats[]>();
  readonly #outputs = new Map<number, (text: string) => void>();
  #attached = 0;
  #answered: ((answer: Answer) => void) | undefined;
  readonly #gone = new Promise<void>((resolve) => this.#closes.add(resolve));
  #snapshot: FormationSnapshot | undefined;
  #calls = 0;
  #closed = false;

  /** Rejects where someone listens but does not answer. */
  static async open(endpoint: Endpoint): Promise<Answer> {
    let remote: RemoteFormation | undefined;
    let timer: NodeJS.Timeout | undefined;
    const answer = new Promise<Answer>((resolve, reject) => {
      remote = new RemoteFormation(endpoint, resolve);
      timer = setTimeout(
        () => reject(new Error("The formation's supervisor does not answer.")),
        longestAnswerMs,
      );
    });
    return answer
      .catch((error: unknown) => {
        remote?.dispose();
        throw error;
      })
      .finally(() => clearTimeout(timer));
  }

  private constructor(endpoint: Endpoint, answered: (answer: Answer) => void) {
    this.#answered = answered;
    const listener = { frame: (value: unknown) => this.#onFrame(value), closed: () => this.#onClosed() };
    this.#channel = new Channel(connect(endpoint.socket), listener, largestFrame);
    this.#channel.send(helloTo(endpoint, 'hello'));
  }

  async start(specs: readonly ProcessSpec[]): Promise<void> {
    await this.#call({ type: 'start', specs });
  }

  async stop(ids?: readonly string[]): Promise<void> {
    await this.#call({ type: 'stop', ids });
  }

  async restart(specs: readonly ProcessSpec[]): Promise<void> {
    await this.#call({ type: 'restart', specs });
  }

  async propose(specs: readonly ProcessSpec[]): Promise<void> {
    await this.#call({ type: 'propose', specs });
  }

  async write(id: string, text: string): Promise<void> {
    await this.#call({ type: 'write', id, text });
  }

  async resize(id: string, columns: number, rows: number): Promise<void> {
    await this.#call({ type: 'resize', id, columns, rows });
  }

  attach(id: string, listener: (text: string) => void): () => void {
    this.#attached += 1;
    const attachment = this.#attached;
    this.#outputs.set(attachment, listener);
    this.#tell({ type: 'attach', id, attachment });
    return () => {
      if (this.#outputs.delete(attachment)) this.#tell({ type: 'detach', attachment });
    };
  }

  onStats(listener: (stats: readonly ProcessStats[]) => void): () => void {
    const off = this.#stats.add(listener);
    if (this.#stats.size === 1) this.#tell({ type: 'measure', on: true });
    return () => {
      off();
      if (this.#stats.size === 0) this.#tell({ type: 'measure', on: false });
    };
  }

  async snapshot(): Promise<FormationSnapshot> {
    await this.#call({ type: 'snapshot' });
    if (!this.#snapshot) throw new FormationLostError();
    return this.#snapshot;
  }

  async linesAfter(sequence: number): Promise<readonly LogLine[]> {
    return this.#call({ type: 'lines-after', sequence });
  }

  onDidChange(listener: (snapshot: FormationSnapshot) => void): () => void {
    return this.#changes.add(listener);
  }

  onLines(listener: (lines: readonly LogLine[]) => void): () => void {
    return this.#lines.add(listener);
  }

  onDidClose(listener: () => void): () => void {
    return this.#closes.add(listener);
  }

  dispose(): void {
    for (const listeners of [this.#changes, this.#lines, this.#closes, this.#stats]) listeners.clear();
    this.#outputs.clear();
    this.#channel.end();
  }

  /** A call whose answer says nothing; that the supervisor is gone is told otherwise. */
  #tell(call: Unnumbered<Call>): void {
    void this.#call(call).catch(() => undefined);
  }

  #call(call: Unnumbered<Call>): Promise<readonly LogLine[]> {
    if (this.#closed) return Promise.reject(new FormationLostError());
    this.#calls += 1;
    const number = this.#calls;
    return new Promise((resolve, reject) => {
      this.#pending.set(number, { resolve, reject, lines: [] });
      this.#channel.send({ ...call, call: number });
    });
  }

  #onFrame(value: unknown): void {
    if (!isServerFrame(value)) {
      this.#channel.destroy();
      return;
    }
    switch (value.type) {
      case 'welcome':
        this.#snapshot = value.snapshot;
        this.#answer({ outcome: 'open', formation: this });
        break;
      case 'refused':
        this.#answer({ outcome: 'refused', reason: value.reason, gone: this.#gone });
        break;
      case 'changed':
        this.#change(value.snapshot);
        break;
      case 'lines':
        this.#lines.tell(value.lines);
        break;
      case 'output':
        this.#outputs.get(value.attachment)?.(value.text);
        break;
      case 'stats':
        this.#stats.tell(value.stats);
        break;
      default:
        this.#onReply(value);
    }
  }

  #onReply(frame: Extract<ServerFrame, { readonly call: number }>): void {
    const pending = this.#pending.get(frame.call);
    if (!pending) return;
    if (frame.type === 'part') {
      for (const line of frame.lines) pending.lines.push(line);
      return;
    }
    this.#pending.delete(frame.call);
    if (frame.type === 'snapshot') this.#snapshot = frame.snapshot;
    if (frame.type !== 'error') pending.resolve(pending.lines);
    else
      pending.reject(frame.code === 'untrusted' ? new UntrustedWorkspaceError() : new Error(frame.message));
  }

  #answer(answer: Answer): void {
    this.#answered?.(answer);
    this.#answered = undefined;
  }

  #change(snapshot: FormationSnapshot): void {
    this.#snapshot = snapshot;
    this.#changes.tell(snapshot);
  }

  #onClosed(): void {
    this.#closed = true;
    this.#answer({ outcome: 'nobody' });
    for (const { reject } of this.#pending.values()) reject(new FormationLostError());
    this.#pending.clear();
    const left = this.#snapshot && afterLoss(this.#snapshot);
    if (left && left !== this.#snapshot) this.#change(left);
    this.#closes.tell();
  }
}
