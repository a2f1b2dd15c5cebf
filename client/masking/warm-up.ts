import { type ExtensionContext, Uri, workspace } from 'vscode';

const SCHEME = 'twelve-factor-empty';

/**
 * Has the editor load the grammar of env files now. Without it the first env file of a window is painted before its
 * grammar is there, and for some frames its values would show.
 */
export async function loadEnvGrammar(context: ExtensionContext): Promise<void> {
  const empty = workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: () => '',
  });
  context.subscriptions.push(empty);
  await workspace.openTextDocument(Uri.from({ scheme: SCHEME, path: '/.env' }));
}
