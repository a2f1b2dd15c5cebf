import type { Counts } from '../../client/formation/counts';
import type { FormationSettings } from '../../client/formation/planning';
import { procfilesOf } from '../../client/formation/procfiles';
import type { SessionWorld } from '../../client/formation/session-world';
import type { StartOfProcess } from '../../core/protocol';
import type {
  FormationSnapshot,
  LogLine,
  ProcessSpec,
  ProcessState,
  ProcessStats,
} from '../../formation/model';
import type { SupervisedFormation } from '../../formation/supervisor/client';

/** A process that runs, but for what is said otherwise. */
export function processState(id: string, changes: Partial<ProcessState> = {}): ProcessState {
  const [type = '', instance = '1'] = id.split('.');
  return {
    id,
    type,
    instance: Number(instance),
    status: 'running',
    pid: 4242,
    port: 5000,
    startedAt: 0,
    exit: undefined,
    failure: undefined,
    restarts: 0,
    stopped: false,
    oneShot: false,
    ready: true,
    portState: 'unknown',
    waitingFor: [],
    restartAt: undefined,
    restartReason: undefined,
    crashLoop: false,
    changedKeys: [],
    changedCommand: false,
    terminal: false,
    ...changes,
  };
}

export function logLine(sequence: number, id: string, text: string, changes: Partial<LogLine> = {}): LogLine {
  return { sequence, id, at: 0, stream: 'stdout', text, complete: true, ...changes };
}

/** An engine that obeys at once and notes its orders, such as `start web.1 web.2`. */
export class FakeEngine implements SupervisedFormation {
  readonly orders: string[] = [];
  specs: readonly ProcessSpec[] = [];
  processes: ProcessState[] = [];
  held: LogLine[] = [];
  /** What a start would run now, as the engine was told last. */
  proposed: readonly ProcessSpec[] = [];
  readonly attached = new Set<{ readonly id: string; readonly listener: (text: string) => void }>();
  readonly gauges = new Set<(stats: readonly ProcessStats[]) => void>();
  readonly #changes = new Set<(snapshot: FormationSnapshot) => void>();
  readonly #lines = new Set<(lines: readonly LogLine[]) => void>();
  readonly #closes = new Set<() => void>();

  async start(specs: readonly ProcessSpec[]): Promise<void> {
    this.#run('start', specs);
  }

  async restart(specs: readonly ProcessSpec[]): Promise<void> {
    this.#run('restart', specs);
  }

  async stop(ids?: readonly string[]): Promise<void> {
    this.orders.push(['stop', ...(ids ?? ['all'])].join(' '));
    this.processes = this.processes.map((process) =>
      (ids ?? [process.id]).includes(process.id) ? { ...process, status: 'exited', stopped: true } : process,
    );
    this.tell();
  }

  async propose(specs: readonly ProcessSpec[]): Promise<void> {
    this.proposed = specs;
  }

  async write(id: string, text: string): Promise<void> {
    this.orders.push(`write ${id} ${JSON.stringify(text)}`);
  }

  async resize(id: string, columns: number, rows: number): Promise<void> {
    this.orders.push(`resize ${id} ${columns}x${rows}`);
  }

  attach(id: string, listener: (text: string) => void): () => void {
    const attached = { id, listener };
    this.attached.add(attached);
    return () => this.attached.delete(attached);
  }

  onStats(listener: (stats: readonly ProcessStats[]) => void): () => void {
    this.gauges.add(listener);
    return () => this.gauges.delete(listener);
  }

  async snapshot(): Promise<FormationSnapshot> {
    return { root: '/app', processes: this.processes, lastSequence: 0 };
  }

  async linesAfter(sequence: number): Promise<readonly LogLine[]> {
    return this.held.filter((line) => line.sequence > sequence);
  }

  onDidChange(listener: (snapshot: FormationSnapshot) => void): () => void {
    this.#changes.add(listener);
    return () => this.#changes.delete(listener);
  }

  onLines(listener: (lines: readonly LogLine[]) => void): () => void {
    this.#lines.add(listener);
    return () => this.#lines.delete(listener);
  }

  onDidClose(listener: () => void): () => void {
    this.#closes.add(listener);
    return () => this.#closes.delete(listener);
  }

  /** As if its process had died. */
  die(): void {
    this.processes = this.processes.map((process) => ({ ...process, status: 'exited' }));
    this.tell();
    for (const listener of this.#closes) listener();
  }

  say(...lines: readonly LogLine[]): void {
    for (const listener of this.#lines) listener(lines);
  }

  dispose(): void {
    this.orders.push('dispose');
  }

  #run(order: string, specs: readonly ProcessSpec[]): void {
    this.orders.push([order, ...specs.map(({ id }) => id)].join(' '));
    this.specs = specs;
    const others = this.processes.filter(({ id }) => !specs.some((spec) => spec.id === id));
    this.processes = [...others, ...specs.map(({ id, port }) => processState(id, { port }))];
    this.tell();
  }

  /** Tells the listeners what `processes` holds. */
  tell(): void {
    for (const listener of this.#changes) {
      listener({ root: '/app', processes: this.processes, lastSequence: 0 });
    }
  }
}

const defaultFormationSettings: FormationSettings = {
  procfile: 'Procfile',
  envFiles: ['.env'],
  basePort: undefined,
  stopGrace: 5,
  shellWins: false,
  interpolation: 'auto',
  onEnd: 'leave',
  canDie: [],
  terminals: false,
  maskSecrets: true,
};

/** The editor as a session sees it: files in a map, settings as by default. */
export class MemoryWorld implements SessionWorld {
  readonly key = 'file:///app';
  readonly path = '/app';
  readonly name = 'app';
  readonly engine = new FakeEngine();
  readonly files = new Map<string, string>();
  trustProblem: Error | undefined;
  connections = 0;
  connectProblem: Error | undefined;
  #counts: Counts = {};
  readonly counts = {
    get: () => this.#counts,
    set: (counts: Counts) => {
      this.#counts = counts;
    },
  };

  changedSettings: Partial<FormationSettings> = {};
  #choice: string | undefined;
  readonly choice = {
    get: () => this.#choice,
    set: (procfile: string) => {
      this.#choice = procfile;
    },
  };

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.files.set(name, text);
  }

  async readText(relativePath: string): Promise<string | undefined> {
    return this.files.get(relativePath);
  }

  uriOf(relativePath: string): string {
    return `${this.key}/${relativePath}`;
  }

  procfiles(): readonly string[] {
    return procfilesOf(this.files.keys(), 'Procfile');
  }

  settings(): FormationSettings {
    return { ...defaultFormationSettings, ...this.changedSettings };
  }

  shellEnv() {
    return { HOME: '/home/user' };
  }

  /** What is known of where process types start. */
  known: readonly StartOfProcess[] = [];

  starts(): readonly StartOfProcess[] {
    return this.known;
  }

  requireTrust(): void {
    if (this.trustProblem) throw this.trustProblem;
  }

  async attach(): Promise<SupervisedFormation | undefined> {
    return this.engine.processes.length > 0 ? this.engine : undefined;
  }

  async connect(): Promise<SupervisedFormation> {
    this.connections++;
    if (this.connectProblem) throw this.connectProblem;
    return this.engine;
  }
}
