import { parseProcfile } from '../../core/procfile/parse';
import type { Counts as WantedCounts } from '../../formation/counts';
import { withDependencies } from '../../formation/dependencies';
import { isolationOf } from '../../formation/isolation';
import type { LogLine, ProcessSpec, ProcessState } from '../../formation/model';
import type { Plan } from '../../formation/plan';
import type { SupervisedFormation } from '../../formation/supervisor/client';
import { type Place, UserError } from '../errors';
import { clampCount } from './counts';
import { EngineLink } from './engine-link';
import { Listeners } from './listeners';
import { configFile, fileOf, isMeant, planCommand, planFor, type Sources, typesOf } from './planning';
import { procfileOf, readSources, type SessionWorld } from './session-world';
import { type FormationView, isAlive, type Target, type TypeView, viewOf } from './view';

/** One app's formation as this window drives it: what its Procfile wants, and what the engine says of it. */
export class FormationSession {
  readonly changes = new Listeners<void>();
  readonly lines: Listeners<readonly LogLine[]>;
  readonly #world: SessionWorld;
  readonly #link: EngineLink;
  #procfile = parseProcfile('');
  #types: readonly TypeView[] = [];
  #counts: ReadonlyMap<string, number> = new Map();
  readonly #debugged = new Set<string>();
  #refreshes = 0;

  constructor(world: SessionWorld) {
    this.#world = world;
    this.#link = new EngineLink(world, (control) => this.#propose(control));
    this.#link.changes.add(() => this.changes.tell());
    this.lines = this.#link.lines;
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
    const { processes, stats } = this.#link;
    const procfiles = this.#world.procfiles();
    const shown = { key: this.key, name: this.name, procfile: procfileOf(this.#world), procfiles };
    return { ...viewOf(shown, this.#types, processes), stats, debugged: this.#debugged };
  }

  countOf(type: string): number {
    return this.#counts.get(type) ?? 0;
  }

  /** The names of the process types, in the order of the Procfile. */
  get types(): readonly string[] {
    return this.#types.map(({ name }) => name);
  }

  typeState(type: string): { readonly count: number; readonly isAlive: boolean } {
    return { count: this.countOf(type), isAlive: this.#alive((process) => process.type === type).length > 0 };
  }

  stateOf(id: string): ProcessState | undefined {
    return this.#link.processes.find((candidate) => candidate.id === id);
  }

  portOf(id: string): number | undefined {
    const process = this.stateOf(id);
    return process?.status === 'running' ? process.port : undefined;
  }

  /** Notes that a process runs under a debugger, or no longer does. */
  setDebugged(id: string, debugged: boolean): void {
    if (debugged) this.#debugged.add(id);
    else this.#debugged.delete(id);
    this.changes.tell();
  }

  /** Whether the formation depends on the file with this URI. */
  reads(uri: string): boolean {
    if (!uri.startsWith(this.key)) return false;
    const names = [procfileOf(this.#world), configFile, ...this.#world.settings().envFiles];
    return names.some((name) => this.#world.uriOf(name) === uri);
  }

  /** Where the Procfile names a process type; its start without one. */
  placeOf(type?: string): Place {
    const found = this.#procfile.processes.find(({ name }) => name === type);
    return { uri: this.#world.uriOf(procfileOf(this.#world)), range: found?.nameRange };
  }

  /** True where the app has several Procfiles and the user has not said which one is to be run. */
  get isUndecided(): boolean {
    return this.#world.procfiles().length > 1 && this.#world.choice.get() === undefined;
  }

  /** Runs this Procfile from now on. */
  async choose(procfile: string): Promise<void> {
    this.#world.choice.set(procfile);
    await this.refresh();
  }

  /** Reads the Procfile and the env files again, tells the view, and tells the engine what it would run now. */
  async refresh(): Promise<void> {
    const turn = ++this.#refreshes;
    const sources = await readSources(this.#world);
    // A later refresh has read a later text.
    if (turn !== this.#refreshes) return;
    this.#procfile = sources.procfile;
    this.#types = typesOf(sources, this.#world.counts.get());
    this.#counts = new Map(this.#types.map(({ name, count }) => [name, count]));
    this.changes.tell();
    const control = await this.#link.current();
    if (control) await this.#propose(control, sources);
  }

  /** What of the target is to run, with what it comes after. */
  async start(target?: Target): Promise<void> {
    const sources = await this.#sources();
    const { specs } = this.#checked(planFor(sources, this.#world.counts.get(), target), sources);
    const control = await this.#link.connected();
    await control.start(withDependencies(specs, (spec) => isMeant(target, spec)));
  }

  async restart(target?: Target): Promise<void> {
    const specs = await this.plan(target);
    await (await this.#link.connected()).restart(specs);
  }

  /** Resolves when nothing of the target is left. */
  async stop(target?: Target): Promise<void> {
    const control = await this.#link.current();
    if (!control) return;
    if (target?.type === undefined && target?.id === undefined) return control.stop();
    const ids = this.#alive((process) => isMeant(target, process));
    if (ids.length > 0) await control.stop(ids);
  }

  scaleBy(type: string, difference: number): Promise<void> {
    return this.scaleTo({ [type]: this.countOf(type) + difference });
  }

  /** Sets the wanted numbers of instances. A type that runs is brought to its number, one that is stopped stays stopped. */
  async scaleTo(wanted: WantedCounts): Promise<void> {
    const counts = Object.entries(wanted).map(([type, count]) => [type, clampCount(count)]);
    const stored = 'all' in wanted ? {} : this.#world.counts.get();
    this.#world.counts.set({ ...stored, ...Object.fromEntries(counts) });
    await this.refresh();
    const types = new Set(this.#link.processes.filter(isAlive).map(({ type }) => type));
    for (const type of types) if ('all' in wanted || type in wanted) await this.#bring(type);
  }

  /** What a start of the target would run. Throws {@link UserError} where nothing can be. */
  async plan(target?: Target): Promise<readonly ProcessSpec[]> {
    const sources = await this.#sources();
    const { specs } = this.#checked(planFor(sources, this.#world.counts.get(), target), sources);
    return specs.filter((spec) => isMeant(target, spec));
  }

  /** What commands of this app are started with, such as `bundle exec`; empty where its processes need no such tool. */
  get isolation(): string {
    return isolationOf(this.#procfile).join(' ');
  }

  /** A command in the folder and the environment of the formation. Throws {@link UserError} where it cannot be run. */
  async planCommand(id: string, command: string): Promise<ProcessSpec> {
    const sources = await this.#sources();
    const [spec] = this.#checked(planCommand(sources, id, command), sources).specs;
    if (!spec) throw new UserError('The command cannot be run.');
    return spec;
  }

  attach(): Promise<void> {
    return this.#link.attach();
  }

  watchStats(watched: boolean): Promise<void> {
    return this.#link.watchStats(watched);
  }

  /** The output that is still held, oldest line first; none where the formation never ran. */
  async heldLines(): Promise<readonly LogLine[]> {
    return (await this.#link.current())?.linesAfter(0) ?? [];
  }

  /** The engine that runs, for what is typed into its processes; undefined where none does. */
  engine(): Promise<SupervisedFormation | undefined> {
    return this.#link.current();
  }

  dispose(): Promise<void> {
    return this.#link.dispose();
  }

  async #bring(type: string): Promise<void> {
    const control = await this.#link.connected();
    const specs = await this.plan({ formation: this.key, type });
    if (specs.length > 0) await control.start(specs);
    const surplus = this.#alive((process) => process.type === type && process.instance > this.countOf(type));
    if (surplus.length > 0) await control.stop(surplus);
  }

  #alive(meant: (process: ProcessState) => boolean): string[] {
    return this.#link.processes.filter((process) => isAlive(process) && meant(process)).map(({ id }) => id);
  }

  #sources(): Promise<Sources> {
    this.#world.requireTrust();
    return readSources(this.#world);
  }

  #checked(plan: Plan, sources: Sources): Plan {
    const [problem] = plan.problems;
    if (!problem) return plan;
    const uri = this.#world.uriOf(fileOf(problem, sources));
    throw new UserError(problem.message, { uri, range: problem.place.range });
  }

  /** So that the engine can name what a restart would change. */
  async #propose(control: SupervisedFormation, read?: Sources): Promise<void> {
    const sources = read ?? (await readSources(this.#world));
    const { specs, problems } = planFor(sources, this.#world.counts.get());
    if (problems.length === 0) await control.propose(specs);
  }
}
