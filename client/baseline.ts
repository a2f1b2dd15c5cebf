import { ProgressLocation, Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import { type BaselineParams, type BaselineResult, baselineMethod } from '../core/protocol';
import { UserError } from './errors';
import type { Services } from './services';

const FILE = '.twelvefactor-baseline.json';

/** Writes the baseline of a folder: what stands now or, with `prune`, what is left of what it records. */
export async function recordBaseline({ server }: Services, prune: boolean): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const target = Uri.joinPath(folder.uri, FILE);
  if (prune && !(await exists(target))) throw new UserError(`There is no ${FILE} to take anything out of.`);
  const params: BaselineParams = { folder: folder.uri.toString(), prune };
  const progress = {
    location: ProgressLocation.Notification,
    title: 'Checking the folder…',
    cancellable: true,
  };
  const result = await window.withProgress(progress, async (_report, token) => {
    const made = await server.client.sendRequest<BaselineResult>(baselineMethod, params, token);
    return token.isCancellationRequested ? 'cancelled' : made;
  });
  if (result === 'cancelled') return;
  if (!result) throw new UserError('The folder is still being read. Try again in a moment.');
  await workspace.fs.writeFile(target, new TextEncoder().encode(result.text));
  const count = result.recorded === 1 ? '1 finding' : `${result.recorded} findings`;
  const open = 'Open file';
  const chosen = await window.showInformationMessage(
    prune
      ? `What is gone is taken out of ${FILE}. It still records ${count}.`
      : `${count} recorded in ${FILE}. Only what is new is shown from now on.`,
    open,
  );
  if (chosen === open) await window.showTextDocument(target);
}

async function pickFolder(): Promise<WorkspaceFolder | undefined> {
  const [first, ...others] = workspace.workspaceFolders ?? [];
  return others.length === 0
    ? first
    : window.showWorkspaceFolderPick({ placeHolder: 'The folder to record' });
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
