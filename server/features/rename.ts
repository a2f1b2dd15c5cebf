import {
  type CancellationToken,
  LSPErrorCodes,
  type PrepareRenameParams,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { toRange } from '../convert';
import { type NameAt, nameAt } from '../env-name-at';
import { textsWith } from '../env-texts';
import { defineFeature } from '../feature';
import { newNameProblem, notRenamable, renameEdit } from '../rename';
import type { Session } from '../session';

/** Renames a variable in every env file, Procfile and code file of its app. Values stay untouched. */
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
  const named = renamableAt(session, params);
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
  const named = renamableAt(session, params);
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

/** A name inside a value is left alone: it is part of what the value says. */
function renamableAt(session: Session, params: PrepareRenameParams): NameAt | undefined {
  const named = nameAt(session, params);
  return named?.site.kind === 'value' ? undefined : named;
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
