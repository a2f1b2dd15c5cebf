import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readAgain } from './disk';
import type { Session } from './session';

/** Keeps the session's documents as the client's editors have them. */
export function listenToDocuments(connection: Connection, session: Session): void {
  const documents = new TextDocuments<TextDocument>({
    create: TextDocument.create,
    // A change that comes late speaks of a text that is gone.
    update: (document, changes, version) =>
      version > document.version ? TextDocument.update(document, changes, version) : document,
  });
  documents.onDidOpen(({ document }) => session.open(document));
  documents.onDidChangeContent(({ document }) => session.edited(document.uri));
  documents.onDidClose(({ document }) => {
    const file = session.close(document.uri);
    if (!file) return;
    session.tasks.inTurn('close', async () => {
      await readAgain(session, [file]);
      session.changed();
    });
  });
  documents.listen(connection);
}
