import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFile, uriOf } from '../../harness/editor/host';

/** The task of this name, as soon as the extension offers it. */
async function taskNamed(name: string): Promise<vscode.Task> {
  await openFile('Procfile');
  for (;;) {
    const found = (await vscode.tasks.fetchTasks({ type: 'procfile' })).find((task) => task.name === name);
    if (found) return found;
  }
}

function once<T>(event: vscode.Event<T>, isMeant: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const listener = event((value) => {
      if (!isMeant(value)) return;
      listener.dispose();
      resolve(value);
    });
  });
}

describe('tasks of a Procfile', () => {
  it('are the formation and each process type', async () => {
    await taskNamed('web');
    // Other tests may have made other apps below, and what they wrote into the Procfile goes when it is read again.
    const wanted = ['formation', 'release', 'web', 'worker'];
    for (let names: string[] = []; names.join() !== wanted.join(); ) {
      const tasks = await vscode.tasks.fetchTasks({ type: 'procfile' });
      names = tasks.filter(({ definition }) => !definition.app).map(({ name }) => name);
      names.sort();
    }
  });

  it('end with their process, by its exit code', async () => {
    const task = await taskNamed('release');
    const ended = once(vscode.tasks.onDidEndTask, ({ execution }) => execution.task.name === 'release');
    await vscode.tasks.executeTask(task);
    await ended;
  });

  it('hold up what comes after them until their process is ready, and take it down with them', async () => {
    await taskNamed('web');
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const isTask = ({ execution }: vscode.TaskStartEvent) => execution.task.name === 'web';
    const started = once(vscode.tasks.onDidStartTask, isTask);
    const program = uriOf('ready.js').fsPath;
    // The editor asks before it goes on where Problems lists any error, and the folder may hold one.
    const debugging = vscode.workspace.getConfiguration('debug');
    await debugging.update('onTaskErrors', 'debugAnyway', vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.writeFile(
      uriOf('ready.js'),
      new TextEncoder().encode('setInterval(() => 1, 1000);'),
    );
    const ended = once(vscode.tasks.onDidEndTask, (event) => event.execution.task.name === 'web');
    const session = once(vscode.debug.onDidStartDebugSession, ({ name }) => name === 'after web');
    const debugged = await vscode.debug.startDebugging(folder, {
      type: 'node',
      request: 'launch',
      name: 'after web',
      program,
      preLaunchTask: 'Procfile: web',
    });
    assert.equal(debugged, true);
    const { execution } = await started;
    const running = vscode.tasks.taskExecutions.map(({ task }) => task.name);
    assert.ok(running.includes('web'), 'web ended by itself');
    execution.terminate();
    await ended;
    await vscode.debug.stopDebugging(await session);
  });
});
