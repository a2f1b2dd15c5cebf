import {
  type Disposable,
  type ExtensionContext,
  type QuickPickItem,
  QuickPickItemKind,
  window,
} from 'vscode';
import {
  type AdminProcessesParams,
  type AdminProcessesResult,
  adminProcessesMethod,
} from '../../core/protocol';
import type { FormationSession } from '../formation/session';
import type { LanguageServer } from '../language-client';
import { type Choice, choicesOf, nameOf, type Run, runsFrom, withRun } from './choices';
import { TaskRunner } from './task-runner';

/** Admin processes: found by the language server, run in the environment of a formation, remembered by the workspace. */
export class OneOffs implements Disposable {
  readonly #context: ExtensionContext;
  readonly #server: LanguageServer;
  readonly #runner: TaskRunner;

  constructor(context: ExtensionContext, server: LanguageServer) {
    this.#context = context;
    this.#server = server;
    this.#runner = new TaskRunner((session, run) => void this.run(session, run));
  }

  /** Lets the user choose among what was found, or type a command; undefined where they went back. */
  async pick(session: FormationSession): Promise<Run | undefined> {
    const items = this.find(session).then((found) => choicesOf(found, this.recent(session)).map(toItem));
    const options = { title: `Run one-off process in ${session.name}`, matchOnDescription: true };
    const chosen = await window.showQuickPick(items, options);
    if (!chosen) return undefined;
    const { command, name } = chosen.choice;
    return command === undefined ? this.#typed(session) : { name, command };
  }

  /** What the app's files tell of; nothing while the language server does not run. */
  async find({ key }: FormationSession): Promise<AdminProcessesResult> {
    const { client, state } = this.#server;
    if (state !== 'ready') return [];
    const params: AdminProcessesParams = { uri: key };
    return client.sendRequest<AdminProcessesResult>(adminProcessesMethod, params);
  }

  /** Newest first. */
  recent({ key }: FormationSession): readonly Run[] {
    return runsFrom(this.#context.workspaceState.get(`admin.runs:${key}`));
  }

  /** Runs a command in a terminal that one can type into; its end is told. */
  async run(session: FormationSession, run: Run): Promise<void> {
    const spec = await session.planCommand('run.1', run.command);
    void this.#context.workspaceState.update(`admin.runs:${session.key}`, withRun(this.recent(session), run));
    await this.#runner.run(session, run, spec);
  }

  dispose(): void {
    this.#runner.dispose();
  }

  async #typed(session: FormationSession): Promise<Run | undefined> {
    const command = await window.showInputBox({
      title: `Run one-off process in ${session.name}`,
      prompt: 'Command; it gets the env vars of the formation',
      value: session.isolation === '' ? '' : `${session.isolation} `,
      validateInput: (typed) => (typed.trim() === '' ? 'Type a command.' : undefined),
    });
    return command === undefined ? undefined : { name: nameOf(command), command: command.trim() };
  }
}

function toItem(choice: Choice): QuickPickItem & { readonly choice: Choice } {
  const { label, description, isHeading } = choice;
  const kind = isHeading ? QuickPickItemKind.Separator : QuickPickItemKind.Default;
  return { label, description, kind, choice };
}
