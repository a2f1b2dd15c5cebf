import { Uri, type WorkspaceFolder, workspace } from 'vscode';
import type { Formations } from './formations';
import type { FormationSession } from './session';

/** What stands for all process types of a formation in a task and in a debug configuration. */
export const wholeFormation = 'all';

/** The folder of an app relative to its workspace folder, `''` for that folder itself. */
export function appOf({ key }: Pick<FormationSession, 'key'>): string {
  const uri = Uri.parse(key);
  const folder = workspace.getWorkspaceFolder(uri);
  return folder ? uri.path.slice(folder.uri.path.length).replace(/^\//, '') : '';
}

/** The sessions of one workspace folder; of all of them where none is given. */
export function sessionsIn(
  { sessions }: Formations,
  folder: WorkspaceFolder | undefined,
): readonly FormationSession[] {
  if (!folder) return sessions;
  const wanted = folder.uri.toString();
  return sessions.filter(
    ({ key }) => workspace.getWorkspaceFolder(Uri.parse(key))?.uri.toString() === wanted,
  );
}
