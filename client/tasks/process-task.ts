import {
  CustomExecution,
  type Pseudoterminal,
  Task,
  TaskGroup,
  TaskPanelKind,
  TaskRevealKind,
  TaskScope,
  Uri,
  workspace,
} from 'vscode';
import { taskSource, type taskType } from '../admin/task-runner';
import { wholeFormation } from '../formation/app-of';
import type { FormationSession } from '../formation/session';
import type { Target } from '../formation/view';
import { OutputTerminal } from '../output/output-terminal';
import { ProcessTerminal } from '../output/process-terminal';
import { TaskProgress } from './task-progress';
import { TaskTerminal } from './task-terminal';

/** What a task of ours runs, as it stands in tasks.json. */
export interface ProcfileTaskDefinition {
  readonly type: typeof taskType;
  /** A process type, a process such as `web.2`, or `all`. */
  readonly process?: string;
  /** A command that runs once, in the environment of the formation. */
  readonly command?: string;
  /** The app's folder, relative to the workspace folder. */
  readonly app?: string;
}

/** A background task that starts a process, or all, and is ready when they are; it ends with them, and they with it. */
export function processTask(session: FormationSession, definition: ProcfileTaskDefinition): Task {
  const { process: wanted = wholeFormation } = definition;
  const all = wanted === wholeFormation;
  const id = wanted.includes('.') ? wanted : `${wanted}.1`;
  const target: Target | undefined = all
    ? undefined
    : { formation: session.key, type: id.slice(0, id.lastIndexOf('.')), ...(wanted.includes('.') && { id }) };
  const scope = workspace.getWorkspaceFolder(Uri.parse(session.key)) ?? TaskScope.Workspace;
  const what = all ? 'formation' : wanted;
  const name = definition.app ? `${what} (${definition.app})` : what;
  const execution = new CustomExecution(async () => terminalOf(session, target, id));
  const task = new Task({ ...definition }, scope, name, taskSource, execution, [matcher]);
  task.isBackground = true;
  task.detail = all ? 'All process types of the Procfile' : commandOf(session, target?.type);
  if (all) task.group = TaskGroup.Build;
  task.presentationOptions = { reveal: TaskRevealKind.Always, panel: TaskPanelKind.Dedicated, clear: true };
  return task;
}

/** Its background patterns stand in the manifest, and match what {@link TaskProgress} says. */
const matcher = '$procfile';

function commandOf(session: FormationSession, type: string | undefined): string {
  return session.view().types.find(({ name }) => name === type)?.command ?? '';
}

function terminalOf(session: FormationSession, target: Target | undefined, id: string): Pseudoterminal {
  const timestamps = workspace
    .getConfiguration('twelveFactor.formation', Uri.parse(session.key))
    .get('timestamps', true);
  const inner = target ? new ProcessTerminal(session, id) : new OutputTerminal(session, { timestamps });
  const terminal: TaskTerminal = new TaskTerminal(
    inner,
    () => void progress.begin(),
    () => {
      // What was started again since the task ended is no longer its own.
      if (progress.dispose()) void session.stop(target);
    },
  );
  const progress = new TaskProgress(session, target, terminal);
  return terminal;
}
