// For the tests inside the extension host (test/vscode/suite): the workspace is a copy of examples/storefront.
import * as vscode from 'vscode';

/** The uri of a file of the workspace; the path is relative with `/`. */
export function uriOf(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the workspace in an editor. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path)));
}

/**
 * Takes back whatever no editor has saved. A command of the editor is done before the extension host's documents show
 * it, so it looks until they do: what one test typed must not be saved by the next.
 */
export async function takeBack(): Promise<void> {
  for (;;) {
    const document = vscode.workspace.textDocuments.find(({ isDirty }) => isDirty);
    if (!document) return;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
}

/** Resolves as soon as `check` gives something for the diagnostics of a file; Mocha's timeout bounds the wait. */
export function diagnosticsWhen<T>(
  uri: vscode.Uri,
  check: (diagnostics: readonly vscode.Diagnostic[]) => T | undefined,
): Promise<T> {
  return new Promise((resolve) => {
    const look = () => {
      const found = check(vscode.languages.getDiagnostics(uri));
      if (found === undefined) return;
      listener.dispose();
      resolve(found);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** The diagnostic with this code (a rule id) in a file, as soon as it is there. */
export function diagnosticWith(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return diagnosticsWhen(uri, (all) => all.find((diagnostic) => codeOf(diagnostic) === code));
}

/** The rule id of a diagnostic. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The code actions at a range, complete with their edits. */
export function codeActionsAt(uri: vscode.Uri, range: vscode.Range): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, undefined, 20);
}
