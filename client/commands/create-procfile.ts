import { SnippetString, Uri, window, workspace } from 'vscode';
import { defineCommand } from '../command';
import { UserError } from '../errors';

const firstLine = new SnippetString('web: ')
  .appendPlaceholder('command that starts the web process')
  .appendText('\n');

export default defineCommand({
  id: 'twelveFactor.createProcfile',
  title: 'Create Procfile',
  palette: 'workspaceFolderCount > 0 && !twelveFactor.hasProcfile',
  async run() {
    const folders = workspace.workspaceFolders ?? [];
    const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
    if (!folder) throw new UserError('Open a folder first.');
    const path = Uri.joinPath(folder.uri, 'Procfile').with({ scheme: 'untitled' });
    const editor = await window.showTextDocument(path);
    if (editor.document.getText() === '') await editor.insertSnippet(firstLine);
  },
});
