import type { Connection } from 'vscode-languageserver';
import type { Session } from './session';
import { settingsFrom } from './settings';

const section = 'twelveFactor';

/** Asks the client for the settings of every folder; `given` are those that it sent along, for one that cannot be asked. */
export async function readConfiguration(
  connection: Connection,
  session: Session,
  given: unknown,
): Promise<void> {
  if (!session.client.workspace?.configuration) {
    session.configure(settingsFrom(given), new Map());
    return;
  }
  const { folders } = session;
  const items = [{ section }, ...folders.map(({ uri }) => ({ section, scopeUri: uri }))];
  const [general, ...own]: unknown[] = await connection.workspace.getConfiguration(items);
  const byFolder = new Map(folders.map(({ uri }, index) => [uri, settingsFrom(own[index])]));
  session.configure(settingsFrom(general), byFolder);
}

/** The section in what a client sends with a change of its configuration. */
export function sectionOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined;
  return Object.getOwnPropertyDescriptor(settings, section)?.value;
}
