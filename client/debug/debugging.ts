import {
  type DebugConfiguration,
  type DebugSession,
  type Disposable,
  debug,
  extensions,
  Uri,
  workspace,
} from 'vscode';
import type { ProcessSpec } from '../../formation/model';
import { programsOf } from '../../formation/node/programs';
import { UserError } from '../errors';
import type { FormationSession } from '../formation/session';
import type { Starts } from '../formation/starts';
import type { Target } from '../formation/view';
import { readAppFiles } from './app-files';
import { attachmentTo } from './attach';
import { launchOf } from './choose';
import { configurationOf } from './configuration';
import { wayFor } from './debuggers';
import type { Launch, NoLaunch } from './launch';

/** Marks our sessions among all: the formation and the process that a session debugs. */
const mark = '__twelveFactor';

interface Mark {
  readonly formation: string;
  readonly id: string;
  /** The same for all that were started together. */
  readonly group: string | undefined;
}

/** The processes that run under a debugger in place of the formation. */
export class Debugging implements Disposable {
  readonly #sessionOf: (key: string) => FormationSession | undefined;
  readonly #starts: Starts;
  readonly #live = new Map<DebugSession, Mark>();
  readonly #subscriptions: readonly Disposable[];
  #groups = 0;

  constructor(sessionOf: (key: string) => FormationSession | undefined, starts: Starts) {
    this.#sessionOf = sessionOf;
    this.#starts = starts;
    this.#subscriptions = [
      debug.onDidStartDebugSession((session) => this.#started(session)),
      debug.onDidTerminateDebugSession((session) => this.#ended(session)),
    ];
  }

  /** Starts one process under its debugger; the formation's own of that name is stopped first. */
  async start(session: FormationSession, target: Target): Promise<void> {
    await this.#launch(session, await this.configure(session, target));
  }

  /** Starts each process type under its debugger, and those that have none in the formation; they end together. */
  async startAll(session: FormationSession): Promise<void> {
    this.#groups += 1;
    const group = `${session.key} ${this.#groups}`;
    const types = session.view().types.filter(({ oneOff, count }) => !oneOff && count > 0);
    const undebugged: string[] = [];
    for (const { name } of types) {
      const target = { formation: session.key, type: name, id: `${name}.1` };
      try {
        await this.#launch(session, await this.configure(session, target, group));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        undebugged.push(`${name}: ${error.message}`);
        await session.start({ formation: session.key, type: name });
      }
    }
    if (undebugged.length === 0) return;
    throw new UserError(`Not debugged, but started in the formation: ${undebugged.join(' ')}`);
  }

  /** The configuration that launches a process, once nothing of it runs in the formation. */
  async configure(session: FormationSession, target: Target, group?: string): Promise<DebugConfiguration> {
    const [spec] = await session.plan(target);
    if (!spec) throw new UserError('The Procfile has no such process type.');
    const launch = await this.#launchOf(session, spec);
    if ('problem' in launch) throw new UserError(launch.problem, session.placeOf(spec.type));
    const way = wayFor(launch, debuggersThere());
    if ('message' in way) throw missing(way);
    await session.stop({ formation: session.key, type: spec.type, id: spec.id });
    const started = { name: spec.id, root: spec.cwd, env: spec.env, inherited: process.env };
    const marked: Mark = { formation: session.key, id: spec.id, group };
    return { ...configurationOf(launch, way, started), [mark]: marked };
  }

  /** The configuration that attaches to a process of the formation. */
  async attachment(session: FormationSession, id: string): Promise<DebugConfiguration> {
    const state = session.view().processes.find((process) => process.id === id);
    if (state?.pid === undefined || state.status !== 'running') throw new UserError(`${id} is not running.`);
    const [spec] = await session.plan({ formation: session.key, type: state.type, id });
    if (!spec) throw new UserError('The Procfile has no such process type.');
    const programs = await programsOf(state.pid);
    const running = { name: id, root: spec.cwd, command: spec.command, programs };
    const found = attachmentTo(running, await this.#launchOf(session, spec));
    if ('problem' in found) throw new UserError(found.problem);
    if (!debuggersThere().has(found.configuration.type)) {
      throw missing({
        message: 'To attach to Python, install the extension “Python Debugger”.',
        extension: 'ms-python.debugpy',
      });
    }
    return { ...found.configuration };
  }

  async attach(session: FormationSession, id: string): Promise<void> {
    await this.#launch(session, await this.attachment(session, id));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** How a process is launched: by its own command, or by the program that this leads to. */
  async #launchOf(
    session: FormationSession,
    { type, command, cwd, env }: ProcessSpec,
  ): Promise<Launch | NoLaunch> {
    const program = (await this.#starts.find(session.key, type))?.program;
    const files = await readAppFiles(Uri.file(cwd), `${command} ${program?.text ?? ''}`);
    return launchOf(command, env, files, program);
  }

  async #launch(session: FormationSession, configuration: DebugConfiguration): Promise<void> {
    await debug.startDebugging(workspace.getWorkspaceFolder(Uri.parse(session.key)), configuration);
  }

  #started(session: DebugSession): void {
    const found = markOf(session);
    if (!found) return;
    this.#live.set(session, found);
    this.#sessionOf(found.formation)?.setDebugged(found.id, true);
  }

  /** Those that were started together end together. */
  #ended(session: DebugSession): void {
    const found = this.#live.get(session);
    if (!found) return;
    this.#live.delete(session);
    this.#sessionOf(found.formation)?.setDebugged(found.id, false);
    if (found.group === undefined) return;
    for (const [other, { group }] of this.#live) if (group === found.group) void debug.stopDebugging(other);
  }
}

/** A debugger's own child sessions carry the mark of their parent, and are not counted. */
function markOf({ configuration, parentSession }: DebugSession): Mark | undefined {
  const found: unknown = configuration[mark];
  return parentSession || !isMark(found) ? undefined : found;
}

function isMark(value: unknown): value is Mark {
  return typeof value === 'object' && value !== null && 'formation' in value && 'id' in value;
}

function missing({
  message,
  extension,
}: {
  readonly message: string;
  readonly extension: string;
}): UserError {
  const action = {
    title: 'Find extension',
    command: 'workbench.extensions.search',
    arguments: [`@id:${extension}`],
  };
  return new UserError(message, undefined, action);
}

/** The types of the debuggers that are installed. */
function debuggersThere(): ReadonlySet<string> {
  return new Set(
    extensions.all.flatMap(({ packageJSON }) => {
      const list: unknown = packageJSON?.contributes?.debuggers;
      return Array.isArray(list) ? list.map(({ type }) => String(type)) : [];
    }),
  );
}
