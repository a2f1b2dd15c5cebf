import { workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/node';
import { type AddEnvVarParams, addEnvVarCommand, addEnvVarMethod } from '../../core/protocol';
import { defineCommand } from '../command';
import { isAddEnvVarParams } from '../env-var-name';
import { UserError } from '../errors';

/** Run by the completion of a name that no file knows: adds it to `.env` and to the example file. */
export default defineCommand({
  id: addEnvVarCommand,
  title: 'Add to the env files',
  palette: false,
  async run({ server }, params) {
    if (!isAddEnvVarParams(params)) return;
    const { client } = server;
    const { textDocument, name }: AddEnvVarParams = params;
    const found = await client.sendRequest<WorkspaceEdit | null>(addEnvVarMethod, { textDocument, name });
    if (!found) return;
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(found);
    if (!(await workspace.applyEdit(edit))) throw new UserError('The edit could not be applied. Try again.');
  },
});
