import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
} from 'vscode-languageserver';
import { toRange } from '../convert';
import { nameAt, sitesIn } from '../env-name-at';
import { isDeclaration } from '../env-sites';
import { defineFeature } from '../feature';
import type { Session } from '../session';

/** The other places of a document where the variable under the caret stands. */
export default defineFeature({
  capabilities: { documentHighlightProvider: true },
  register({ connection, session, handler }) {
    connection.onDocumentHighlight(
      handler('document highlight', null, (params) => highlight(session, params)),
    );
  },
});

function highlight(session: Session, params: DocumentHighlightParams): DocumentHighlight[] | null {
  const named = nameAt(session, params);
  if (!named) return null;
  const { document, site, lines } = named;
  return sitesIn(document)
    .filter(({ name }) => name === site.name)
    .map((one) => ({
      range: toRange(one.range, lines),
      kind: isDeclaration(one) ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}
