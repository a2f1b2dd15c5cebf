import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type TypeAt, textsNaming, typesOf } from './process-types';
import { renameEdit } from './rename';
import type { Session } from './session';

const NAME = /^[A-Za-z0-9_-]+$/;

/** Renames a process type in its Procfiles, in what deploys them and in documented commands. */
export async function renameType(
  session: Session,
  type: TypeAt,
  to: string,
  token: CancellationToken,
): Promise<WorkspaceEdit | ResponseError<void> | null> {
  const { name } = type.mention;
  if (to === name) return { documentChanges: [] };
  const problem = problemOf(type, to);
  if (problem !== undefined) return new ResponseError(LSPErrorCodes.RequestFailed, problem);
  const texts = await textsNaming(session, type, token);
  if (!texts) return null;
  const files = texts.map(({ mentions, ...file }) => ({
    ...file,
    // A service of the same name is one of its own: others may depend on it.
    sites: mentions
      .filter(({ kind }) => kind !== 'service')
      .map(({ range }) => ({ name, range, kind: 'read' as const })),
  }));
  const edit = renameEdit(files, name, to, session.client.workspace?.workspaceEdit);
  return typeof edit === 'string' ? new ResponseError(LSPErrorCodes.RequestFailed, edit) : edit;
}

function problemOf({ document }: TypeAt, to: string): string | undefined {
  if (!NAME.test(to)) return 'Use letters, digits, dashes and underscores only.';
  if (typesOf(document).has(to)) return `There is a process type ${to} already. Take another name.`;
  const { app, folder } = document;
  return folder.opened && !app.complete
    ? 'The folder is still being read. Try again in a moment.'
    : undefined;
}
