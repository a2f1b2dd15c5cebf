import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { LineIndex } from '../../core/text';
import { type NamedFile, namedFiles } from '../command-targets';
import { toRange } from '../convert';
import { defineFeature } from '../feature';
import type { Folder } from '../folder';
import type { Session } from '../session';
import { uriOf } from '../uri';

/** Links from a Procfile's commands to the scripts, files and modules that they run. */
export default defineFeature({
  capabilities: {},
  scoped: [
    {
      method: 'textDocument/documentLink',
      capability: { documentLinkProvider: {} },
      isDynamic: ({ textDocument }) => textDocument?.documentLink?.dynamicRegistration,
    },
  ],
  register({ connection, session, handler }) {
    connection.onDocumentLinks(handler('document links', null, (params) => links(session, params)));
  },
});

function links(session: Session, { textDocument }: DocumentLinkParams): DocumentLink[] | null {
  const document = session.documents.get(textDocument.uri);
  if (!document?.isJudged) return null;
  const lines = new LineIndex(document.text);
  return namedFiles(document).map((named) => ({
    range: toRange(named.range, lines),
    target: targetOf(document.folder, named),
    tooltip: `Open ${named.path}`,
  }));
}

/** With the line, where one is meant. */
function targetOf({ uri, picture }: Folder, { path, place }: NamedFile): string {
  if (place.end === 0) return uriOf(uri, path);
  const lines = new LineIndex(picture.appFile(path)?.text ?? '');
  const { line, character } = lines.positionAt(place.start);
  return `${uriOf(uri, path)}#L${line + 1},${character + 1}`;
}
