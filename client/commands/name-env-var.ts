import { window, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/node';
import {
  type MoveToEnvVarParams,
  type MoveToEnvVarResult,
  moveToEnvVarMethod,
  type NameEnvVarArguments,
  nameEnvVarCommand,
} from '../../core/protocol';
import { defineCommand } from '../command';
import { envVarNameProblem, isNameEnvVarArguments } from '../env-var-name';
import { UserError } from '../errors';
import type { Services } from '../services';

/** Run by the code action "Move to env var": asks for the name, then applies the server's edit as one undo step. */
export default defineCommand({
  id: nameEnvVarCommand,
  title: 'Move to env var…',
  palette: false,
  async run(services, target) {
    if (!isNameEnvVarArguments(target)) return;
    const name = await window.showInputBox({
      title: 'Move to env var',
      prompt: 'Name of the environment variable',
      value: target.name,
      validateInput: envVarNameProblem,
    });
    if (name !== undefined) await move(services, target, name);
  },
});

async function move({ server }: Services, target: NameEnvVarArguments, name: string): Promise<void> {
  const params: MoveToEnvVarParams = { textDocument: { uri: target.uri }, range: target.range, name };
  const result = await server.client.sendRequest<MoveToEnvVarResult<WorkspaceEdit>>(
    moveToEnvVarMethod,
    params,
  );
  if (!result) throw new UserError('There is no value here that can move to an env var.');
  const edit = await server.client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  if (!(await workspace.applyEdit(edit))) throw new UserError('The edit could not be applied. Try again.');
}
