import { window, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/node';
import {
  type ChooseFixParams,
  type ChooseFixResult,
  chooseFixCommand,
  chooseFixMethod,
} from '../../core/protocol';
import { isChooseFixArguments } from '../choose-fix';
import { defineCommand } from '../command';
import { UserError } from '../errors';

/** Run by a code action that can be done in several ways: asks which, then applies the server's edit. */
export default defineCommand({
  id: chooseFixCommand,
  title: 'Choose a fix…',
  palette: false,
  async run({ server }, target) {
    if (!isChooseFixArguments(target)) return;
    const { uri, range, rule, title, choices } = target;
    const chosen = await window.showQuickPick([...choices], {
      title,
      matchOnDescription: true,
      ignoreFocusOut: true,
    });
    if (!chosen) return;
    const params: ChooseFixParams = { textDocument: { uri }, range, rule, title, choice: chosen.label };
    const result = await server.client.sendRequest<ChooseFixResult<WorkspaceEdit>>(chooseFixMethod, params);
    if (!result) throw new UserError('The files have changed meanwhile. Try again.');
    const edit = await server.client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
    if (!(await workspace.applyEdit(edit))) throw new UserError('The edit could not be applied. Try again.');
  },
});
