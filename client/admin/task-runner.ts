import {
  type Disposable,
  ProcessExecution,
  Task,
  type TaskExecution,
  TaskPanelKind,
  TaskRevealKind,
  TaskScope,
  tasks,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ProcessSpec } from '../../formation/model';
import type { FormationSession } from '../formation/session';
import type { Run } from './choices';

/** The type of our tasks, and their source as the editor names it. */
export const taskType = 'procfile';
export const taskSource = 'Procfile';

interface Running {
  readonly session: FormationSession;
  readonly run: Run;
}

/**
 * Runs one-off processes as tasks of the editor: each has a real terminal, which stays when its process has ended, and
 * can be run again from there.
 */
export class TaskRunner implements Disposable {
  readonly #again: (session: FormationSession, run: Run) => void;
  readonly #running = new Map<TaskExecution, Running>();
  readonly #listening = tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
    const running = this.#running.get(execution);
    this.#running.delete(execution);
    if (running) void this.#report(running, exitCode);
  });

  constructor(again: (session: FormationSession, run: Run) => void) {
    this.#again = again;
  }

  async run(session: FormationSession, run: Run, spec: ProcessSpec): Promise<void> {
    const execution = await tasks.executeTask(commandTask(session, run, spec));
    this.#running.set(execution, { session, run });
  }

  dispose(): void {
    this.#listening.dispose();
  }

  async #report({ session, run }: Running, exitCode: number | undefined): Promise<void> {
    if (exitCode === 0) {
      window.setStatusBarMessage(`$(pass) ${run.name} finished`, 8000);
      return;
    }
    // Stopped by the user.
    if (exitCode === undefined || exitCode === 130 || exitCode === 143) return;
    const again = 'Run again';
    const chosen = await window.showWarningMessage(`${run.name} ended with exit code ${exitCode}.`, again);
    if (chosen === again) this.#again(session, run);
  }
}

/** A task that runs a command in the environment that its spec holds. */
export function commandTask(session: FormationSession, { name, command }: Run, spec: ProcessSpec): Task {
  const scope = workspace.getWorkspaceFolder(Uri.parse(session.key)) ?? TaskScope.Workspace;
  const task = new Task({ type: taskType, command }, scope, name, taskSource, executionOf(spec), []);
  task.detail = command;
  task.presentationOptions = {
    reveal: TaskRevealKind.Always,
    focus: true,
    panel: TaskPanelKind.Dedicated,
    clear: true,
    showReuseMessage: true,
  };
  return task;
}

/** The same shell that runs the processes of the formation. */
function executionOf({ command, cwd, env }: ProcessSpec): ProcessExecution {
  const own = Object.entries(env).filter(([key, value]) => process.env[key] !== value);
  const options = { cwd, env: Object.fromEntries(own) };
  if (process.platform === 'win32') {
    return new ProcessExecution(process.env.ComSpec ?? 'cmd.exe', ['/d', '/s', '/c', command], options);
  }
  return new ProcessExecution('/bin/sh', ['-c', command], options);
}
