import { type Range as ProtocolRange, RequestType, type WorkspaceEdit } from 'vscode-languageserver';
import { moveToEnv } from '../../core/fix/move-to-env';
import { type MoveToEnvVarParams, type MoveToEnvVarResult, moveToEnvVarMethod } from '../../core/protocol';
import { LineIndex, type Range } from '../../core/text';
import { fromRange } from '../convert';
import { freshEdit, type Worked } from '../edits';
import { defineFeature } from '../feature';
import { literalAt } from '../literal-at';
import type { Literal } from '../offers';
import type { OpenDocument } from '../open-document';
import type { Session } from '../session';

const request = new RequestType<MoveToEnvVarParams, MoveToEnvVarResult<WorkspaceEdit>, void>(
  moveToEnvVarMethod,
);

/** The whole edit that moves a literal into an env variable, under a name that the user may have typed. */
export default defineFeature({
  capabilities: {},
  register({ connection, session, handler }) {
    connection.onRequest(
      request,
      handler('move to env var', null, (params) => move(session, params)),
    );
  },
});

async function move(
  session: Session,
  params: MoveToEnvVarParams,
): Promise<MoveToEnvVarResult<WorkspaceEdit>> {
  const document = session.documents.get(params.textDocument.uri);
  if (!document) return null;
  const made = await freshEdit(session, document, () => work(document, params.range, params.name));
  return made ? { name: made.result, edit: made.edit } : null;
}

async function work(
  document: OpenDocument,
  range: ProtocolRange,
  name: string | undefined,
): Promise<Worked<string> | undefined> {
  const at = fromRange(range, new LineIndex(document.text));
  const literal = await literalFor(document, at);
  const moved = literal && moveToEnv(await document.target(), literal, document.app, name);
  return moved && { result: moved.name, edits: moved.fix.edits };
}

/** A finding knows best what its literal is for. */
async function literalFor(document: OpenDocument, at: Range): Promise<Literal | undefined> {
  const { findings } = await document.verdict();
  for (const { breach } of findings) {
    const range = breach.literal?.range;
    if (range && range.start <= at.start && at.end <= range.end) return breach.literal;
  }
  return literalAt(await document.target(), document.skim(), at, document.app);
}
