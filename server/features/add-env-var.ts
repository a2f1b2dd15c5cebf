import { RequestType, type WorkspaceEdit } from 'vscode-languageserver';
import { declareVariable } from '../../core/fix/add-variable';
import { type AddEnvVarParams, addEnvVarMethod } from '../../core/protocol';
import { freshEdit } from '../edits';
import { defineFeature } from '../feature';
import type { Session } from '../session';

const request = new RequestType<AddEnvVarParams, WorkspaceEdit | null, void>(addEnvVarMethod);

/** The edit that adds a name which the user has just typed to `.env` and to the example file. */
export default defineFeature({
  capabilities: {},
  register({ connection, session, handler }) {
    connection.onRequest(
      request,
      handler('add env var', null, (params) => add(session, params)),
    );
  },
});

async function add(session: Session, { textDocument, name }: AddEnvVarParams): Promise<WorkspaceEdit | null> {
  const document = session.documents.get(textDocument.uri);
  if (!document?.isJudged) return null;
  const made = await freshEdit(session, document, async () => {
    const edits = declareVariable(name, document.path, document.app);
    return edits.length > 0 ? { result: undefined, edits } : undefined;
  });
  return made?.edit ?? null;
}
