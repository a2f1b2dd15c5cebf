import { ProgressLocation, type QuickPickItem, SnippetString, Uri, window, workspace } from 'vscode';
import {
  type SuggestedProcess,
  type SuggestProcfileParams,
  type SuggestProcfileResult,
  suggestProcfileMethod,
} from '../../core/protocol';
import { defineCommand } from '../command';
import { UserError } from '../errors';
import { bestOfEach, procfileText } from '../proposed-procfile';
import type { Services } from '../services';

/** For an app of which nothing is known. */
const firstLine = new SnippetString('web: ')
  .appendPlaceholder('command that starts the web process')
  .appendText('\n');

/** Opens an unsaved Procfile with what the app seems to run; nothing is written until the user saves it. */
export default defineCommand({
  id: 'twelveFactor.createProcfile',
  title: 'Create Procfile',
  palette: 'workspaceFolderCount > 0 && !twelveFactor.hasProcfile',
  async run(services) {
    const folders = workspace.workspaceFolders ?? [];
    const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
    if (!folder) throw new UserError('Open a folder first.');
    const found = await suggestions(services, folder.uri);
    const chosen = await choose(found);
    if (!chosen) return;
    const path = Uri.joinPath(folder.uri, 'Procfile').with({ scheme: 'untitled' });
    const editor = await window.showTextDocument(path);
    if (editor.document.getText() !== '') return;
    const text = procfileText(chosen);
    await editor.insertSnippet(text === '' ? firstLine : new SnippetString().appendText(text));
  },
});

const READING = { location: ProgressLocation.Window, title: 'Looking for what the app runs' };
/** How often and how long to ask a server that is still reading the folder. */
const ATTEMPTS = 20;
const PAUSE_MS = 250;

async function suggestions({ server }: Services, folder: Uri): Promise<readonly SuggestedProcess[]> {
  if (!server.client.isRunning()) return [];
  const params: SuggestProcfileParams = { folder: folder.toString() };
  const ask = () => server.client.sendRequest<SuggestProcfileResult>(suggestProcfileMethod, params);
  return window.withProgress(READING, async () => {
    let result = await ask();
    for (let tried = 1; !result.complete && tried < ATTEMPTS; tried++) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      result = await ask();
    }
    return result.processes;
  });
}

/** Asks only where there is something to choose; undefined where the user has given up. */
async function choose(found: readonly SuggestedProcess[]): Promise<readonly SuggestedProcess[] | undefined> {
  const best = bestOfEach(found);
  if (best.length === found.length) return best;
  const items = found.map((process): QuickPickItem & { process: SuggestedProcess } => ({
    label: `${process.type}: ${process.command}`,
    description: process.why,
    picked: best.includes(process),
    process,
  }));
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    title: 'Create Procfile',
    placeHolder: 'What the app runs',
    matchOnDescription: true,
  });
  return picked?.map(({ process }) => process);
}
