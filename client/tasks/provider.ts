import { type ExtensionContext, type Task, type TaskProvider, tasks, workspace } from 'vscode';
import { nameOf } from '../admin/choices';
import { commandTask, taskType } from '../admin/task-runner';
import { UserError } from '../errors';
import { appOf, sessionsIn, wholeFormation } from '../formation/app-of';
import type { Formations } from '../formation/formations';
import type { FormationSession } from '../formation/session';
import { type ProcfileTaskDefinition, processTask } from './process-task';

/** Offers each process type as a task, the whole formation too, and resolves those that stand in a tasks.json. */
class ProcfileTasks implements TaskProvider {
  readonly #formations: Formations;

  constructor(formations: Formations) {
    this.#formations = formations;
  }

  provideTasks(): Task[] {
    if (!workspace.isTrusted) return [];
    return this.#formations.sessions.flatMap((session) => {
      const app = appOf(session);
      const shared = { type: taskType, ...(app && { app }) } as const;
      const { types } = session.view();
      const single = types.map(({ name }) => processTask(session, { ...shared, process: name }));
      return types.length > 0
        ? [processTask(session, { ...shared, process: wholeFormation }), ...single]
        : [];
    });
  }

  async resolveTask({ definition, scope }: Task): Promise<Task | undefined> {
    const { process, command, app = '' } = definition;
    const folder = typeof scope === 'object' ? scope : undefined;
    const session = sessionsIn(this.#formations, folder).find((candidate) => appOf(candidate) === app);
    if (!session) return undefined;
    const own: ProcfileTaskDefinition = {
      type: taskType,
      ...(typeof process === 'string' && { process }),
      ...(typeof command === 'string' && { command }),
      ...(app !== '' && { app: String(app) }),
    };
    const task =
      own.command === undefined ? processTask(session, own) : await this.#command(session, own.command);
    // The editor knows a task that was resolved by the definition it asked for.
    if (task) task.definition = definition;
    return task;
  }

  async #command(session: FormationSession, command: string): Promise<Task | undefined> {
    try {
      return commandTask(
        session,
        { name: nameOf(command), command },
        await session.planCommand('run.1', command),
      );
    } catch (error) {
      if (error instanceof UserError) return undefined;
      throw error;
    }
  }
}

export function provideTasks(context: ExtensionContext, formations: Formations): void {
  context.subscriptions.push(tasks.registerTaskProvider(taskType, new ProcfileTasks(formations)));
}
