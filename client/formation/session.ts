import { parseProcfile } from '../../core/procfile/parse';
import type { FormationControl, FormationSnapshot, LogLine, ProcessSpec } from '../../formation/model';
import { countOf } from '../../formation/plan';
import type { SupervisedFormation } from '../../formation/supervisor/client';
import { type Place, UserError } from '../errors';
import { clampCount } from './counts';
import { Listeners } from './listeners';
import { fileOf, isMeant, planFor, typesOf } from './planning';
import { readSources, type SessionWorld } from './session-world';
import { type FormationView, isAlive, type Target, type TypeView, viewOf } from './view';

/** One app's formation as this window drives it: what its Procfile wants, and what the engine says of it. */
export class FormationSession {
  readonly changes = new Listeners<void>();
  readonly lines = new Listeners<readonly LogLine[]>();
  readonly #world: SessionWorld;
  #procfile = parseProcfile('');
  #types: readonly TypeView[] = [];
  #refreshes = 0;
  #snapshot: FormationSnapshot | undefined;
  #control: Promise<FormationControl> | undefined;

  constructor(world: SessionWorld) {
    this.#world = world;
  }

  get key(): string {
    return this.#world.key;
  }

  get name(): string {
    return this.#world.name;
  }

  get path(): string {
    return this.#world.path;
  }

  view(): FormationView {
    return viewOf(this.key, this.name, this.#types, this.#snapshot?.processes ?? []);
  }

  countOf(type: string): number {
    return countOf(type, this.#world.counts.get());
  }

  portOf(id: string): number | undefined {
    const process = this.#snapshot?.processes.find((candidate) => candidate.id === id);
    return process?.status === 'running' ? process.port : undefined;
  }

  /** Whether the formation depends on the file with this URI. */
  reads(uri: string): boolean {
    if (!uri.startsWith(this.key)) return false;
    const { procfile, envFiles } = this.#world.settings();
    return [procfile, ...envFiles].some((name) => this.#world.uriOf(name) === uri);
  }

  /** Where the Procfile names a process type; its start without one. */
  placeOf(type?: string): Place {
    const found = this.#procfile.processes.find(({ name }) => name === type);
    return { uri: this.#world.uriOf(this.#world.settings().procfile), range: found?.nameRange };
  }

  /** Reads the Procfile and the env files again and tells the view. */
  async refresh(): Promise<void> {
    const turn = ++this.#refreshes;
    const sources = await readSources(this.#world);
    // A later refresh has read a later text.
    if (turn !== this.#refreshes) return;
    this.#procfile = sources.procfile;
    this.#types = typesOf(sources, this.#world.counts.get());
    this.changes.tell();
  }

  async start(target?: Target): Promise<void> {
    const specs = await this.#plan(target);
    await (await this.#connected()).start(specs);
  }

  async restart(target?: Target): Promise<void> {
    const specs = await this.#plan(target);
    await (await this.#connected()).restart(specs);
  }

  /** Resolves when nothing of the target is left. */
  async stop(target?: Target): Promise<void> {
    const control = await this.#control;
    if (!control) return;
    if (target?.type === undefined && target?.id === undefined) return control.stop();
    await control.stop(this.#alive((process) => isMeant(target, process)));
  }

  scaleBy(type: string, difference: number): Promise<void> {
    return this.scaleTo(type, this.countOf(type) + difference);
  }

  /** Sets the wanted number of instances. A type that runs is brought to it, one that is stopped stays stopped. */
  async scaleTo(type: string, wanted: number): Promise<void> {
    const count = clampCount(wanted);
    this.#world.counts.set({ ...this.#world.counts.get(), [type]: count });
    await this.refresh();
    const running = this.#alive((process) => process.type === type);
    if (running.length === 0) return;
    const control = await this.#connected();
    await control.start(await this.#plan({ formation: this.key, type }));
    const surplus = this.#alive((process) => process.type === type && process.instance > count);
    if (surplus.length > 0) await control.stop(surplus);
  }

  /** Shows what another window, or this one before it was reloaded, left running. */
  async attach(): Promise<void> {
    this.#world.requireTrust();
    const control = await this.#world.attach();
    if (control && this.#control) control.dispose();
    else if (control) this.#control = this.#listenTo(control);
    await this.#control;
  }

  /** The output that is still held, oldest line first; none where the formation never ran. */
  async heldLines(): Promise<readonly LogLine[]> {
    return (await this.#control)?.linesAfter(0) ?? [];
  }

  async dispose(): Promise<void> {
    (await this.#control)?.dispose();
  }

  #alive(meant: (process: FormationSnapshot['processes'][number]) => boolean): string[] {
    const processes = this.#snapshot?.processes ?? [];
    return processes.filter((process) => isAlive(process) && meant(process)).map(({ id }) => id);
  }

  async #plan(target: Target | undefined): Promise<readonly ProcessSpec[]> {
    this.#world.requireTrust();
    const sources = await readSources(this.#world);
    const { specs, problems } = planFor(sources, this.#world.counts.get(), target);
    const [problem] = problems;
    if (!problem) return specs.filter((spec) => isMeant(target, spec));
    const uri = this.#world.uriOf(fileOf(problem, sources));
    throw new UserError(problem.message, { uri, range: problem.place.range });
  }

  /** One connection per session; one that could not be made is tried anew by the next order. */
  async #connected(): Promise<FormationControl> {
    this.#world.requireTrust();
    this.#control ??= this.#world.connect().then((control) => this.#listenTo(control));
    try {
      return await this.#control;
    } catch (error) {
      this.#control = undefined;
      throw error;
    }
  }

  async #listenTo(control: SupervisedFormation): Promise<FormationControl> {
    control.onDidChange((snapshot) => this.#show(snapshot));
    control.onLines((lines) => this.lines.tell(lines));
    control.onDidClose(() => {
      this.#control = undefined;
    });
    this.#show(await control.snapshot());
    return control;
  }

  #show(snapshot: FormationSnapshot): void {
    this.#snapshot = snapshot;
    this.changes.tell();
  }
}
