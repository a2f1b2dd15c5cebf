import { Range, Uri, window, workspace } from 'vscode';
import type { Place } from './errors';

/** Opens the file and selects the range. */
export async function reveal({ uri, range }: Place): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const start = document.positionAt(range?.start ?? 0);
  const end = document.positionAt(range?.end ?? 0);
  await window.showTextDocument(document, { selection: new Range(start, end) });
}
