import { Uri, window, workspace } from 'vscode';
import { untrackFileCommand } from '../../core/protocol';
import { defineCommand } from '../command';

/** Run by a quick fix: writes the command into a terminal, for the user to run. */
export default defineCommand({
  id: untrackFileCommand,
  title: 'Take it out of the repository',
  palette: false,
  run(_services, target) {
    if (typeof target !== 'string') return;
    const uri = Uri.parse(target, true);
    const folder = workspace.getWorkspaceFolder(uri);
    const terminal = window.createTerminal({ name: 'Git', ...(folder ? { cwd: folder.uri } : {}) });
    terminal.show();
    const path = workspace.asRelativePath(uri, false).replace(/'/g, "'\\''");
    terminal.sendText(`git rm --cached -- '${path}'`, false);
  },
});
