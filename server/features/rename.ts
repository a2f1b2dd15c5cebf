import {
  type CancellationToken,
  LSPErrorCodes,
  type PrepareRenameParams,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { toRange } from '../convert';
import { nameAt } from '../env-name-at';
import { textsWith } from '../env-texts';
import { defineFeature } from '../feature';
import { processTypeAt } from '../process-types';
import { newNameProblem, notRenamable, renameEdit } from '../rename';
import { renameType } from '../rename-type';
import type { Session } from '../session';

/** Renames a variable in every file that speaks of it, also where `${NAME}` stands in a value. */
export default defineFeature({
  capabilities: { renameProvider: { prepareProvider: true } },
  register({ connection, session, handler }) {
    connection.onPrepareRename(handler('prepare rename', null, (params) => prepare(session, params)));
    connection.onRenameRequest(
      handler<[RenameParams, CancellationToken], WorkspaceEdit | ResponseError<void> | null>(
        'rename',
        null,
        (params, token) => rename(session, params, token),
      ),
    );
  },
});

function prepare(session: Session, params: PrepareRenameParams) {
  const type = processTypeAt(session, params);
  if (type) return { range: toRange(type.mention.range, type.lines), placeholder: type.mention.name };
  const named = nameAt(session, params);
  if (!named) return null;
  const problem = notRenamable(named);
  if (problem !== undefined) return refusal(problem);
  const { site, lines } = named;
  return { range: toRange(site.range, lines), placeholder: site.name };
}

async function rename(
  session: Session,
  params: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | ResponseError<void> | null> {
  const type = processTypeAt(session, params);
  if (type) return renameType(session, type, params.newName, token);
  const named = nameAt(session, params);
  if (!named) return null;
  const { document, site } = named;
  const { newName } = params;
  if (newName === site.name) return { documentChanges: [] };
  const problem = notRenamable(named) ?? newNameProblem(named, newName);
  if (problem !== undefined) return refusal(problem);
  const texts = await textsWith(session, document.folder, document.app, site.name, token);
  if (!texts) return null;
  const edit = renameEdit(texts, site.name, newName, session.client.workspace?.workspaceEdit);
  return typeof edit === 'string' ? refusal(edit) : edit;
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
