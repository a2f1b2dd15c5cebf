import { RequestType, type WorkspaceEdit } from 'vscode-languageserver';
import { type ChooseFixParams, type ChooseFixResult, chooseFixMethod } from '../../core/protocol';
import { LineIndex } from '../../core/text';
import { fromRange } from '../convert';
import { freshEdit } from '../edits';
import { defineFeature } from '../feature';
import { offersAt } from '../offers';
import type { Session } from '../session';

const request = new RequestType<ChooseFixParams, ChooseFixResult<WorkspaceEdit>, void>(chooseFixMethod);

/** The edit of a fix that can be done in several ways, for the one that the user has picked. */
export default defineFeature({
  capabilities: {},
  register({ connection, session, handler }) {
    connection.onRequest(
      request,
      handler('chosen fix', null, (params) => choose(session, params)),
    );
  },
});

async function choose(session: Session, params: ChooseFixParams): Promise<ChooseFixResult<WorkspaceEdit>> {
  const document = session.documents.get(params.textDocument.uri);
  if (!document) return null;
  const made = await freshEdit(session, document, async () => {
    const at = fromRange(params.range, new LineIndex(document.text));
    const offers = await offersAt(session, document, at);
    const offer = offers.find(
      ({ title, finding }) => title === params.title && finding?.rule === params.rule,
    );
    const choices = offer && 'choices' in offer.does ? offer.does.choices : [];
    const chosen = choices.find(({ label }) => label === params.choice);
    return chosen && { result: undefined, edits: chosen.edits };
  });
  return made ? { edit: made.edit } : null;
}
