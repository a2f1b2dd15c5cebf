import type { Connection } from 'vscode-languageserver';
import { readConfiguration } from './configuration';
import { scanFolder } from './disk';
import type { Folder } from './folder';
import type { Session } from './session';

/** Reads all folders into their pictures in the background. */
export function scanAll(session: Session): void {
  for (const folder of session.folders) scan(session, folder);
}

/** Takes up the folders that the client opens and closes later. */
export function followFolders(connection: Connection, session: Session): void {
  if (!session.client.workspace?.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    for (const { uri } of removed) session.removeFolder(uri);
    for (const { uri } of added) scan(session, session.addFolder(uri));
    session.rehome();
    session.tasks.run('configuration', () => readConfiguration(connection, session, undefined));
  });
}

function scan(session: Session, folder: Folder): void {
  session.tasks.inTurn('scan', () => scanFolder(session, folder));
}
