import type { WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdit } from '../core/rule';
import { type EditedFile, toWorkspaceEdit } from './convert';
import { readAgain } from './disk';
import type { Folder } from './folder';
import type { OpenDocument } from './open-document';
import type { Session } from './session';
import { uriOf } from './uri';

/** What was worked out, with the edits it needs in files of the document's folder. */
export interface Worked<Result> {
  readonly result: Result;
  readonly edits: readonly FileEdit[];
}

/**
 * Works out edits and makes one workspace edit of them. Closed files that they touch are read again first, so that
 * no edit speaks of a text that is gone.
 */
export async function freshEdit<Result>(
  session: Session,
  document: OpenDocument,
  work: () => Promise<Worked<Result> | undefined>,
): Promise<{ result: Result; edit: WorkspaceEdit } | undefined> {
  const { folder } = document;
  let worked = await work();
  const touched = new Set(worked?.edits.map(({ path }) => path));
  const files = [...touched].map((path) => ({ folder, path }));
  if (await readAgain(session, files)) {
    session.changed();
    worked = await work();
  }
  if (!worked) return undefined;
  const annotated = session.client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  // A client that cannot ask gets what needs no asking.
  const edits = worked.edits.filter(({ note }) => annotated || !note?.confirm);
  const edit = toWorkspaceEdit(edits, (path) => editedFile(session, folder, path), annotated);
  return { result: worked.result, edit };
}

function editedFile(session: Session, folder: Folder, path: string): EditedFile {
  const open = session.documentAt({ folder, path });
  if (open) return { uri: open.uri, text: open.text, version: open.version };
  const text = folder.picture.textOf(path) ?? '';
  return { uri: uriOf(folder.uri, path), text, version: null };
}
