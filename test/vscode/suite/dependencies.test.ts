import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticWith, openFile, uriOf } from '../../harness/editor/host';

const { executeCommand } = vscode.commands;

describe('packages in manifests', () => {
  const settings = () => vscode.workspace.getConfiguration('twelveFactor');
  before(async () => {
    await openFile('web/catalogue.js');
    // By now the server has read the folder.
    await diagnosticWith(uriOf('web/catalogue.js'), 'dependencies/undeclared-import');
  });
  after(async () => {
    await settings().update('codeLens.imports', undefined);
    await executeCommand('workbench.action.closeAllEditors');
  });

  async function manifest(): Promise<vscode.TextDocument> {
    return (await openFile('package.json')).document;
  }

  function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
    return document.positionAt(document.getText().indexOf(text) + 2);
  }

  it('tell on hover where they are imported', async () => {
    const document = await manifest();
    const found = await executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, '"express"'),
    );
    const texts = found.flatMap(({ contents }) =>
      contents.map((one) => (typeof one === 'string' ? one : one.value)),
    );
    const ours = texts.filter((text) => text.startsWith('Imported in'));
    assert.equal(ours.length, 1);
    assert.match(ours[0] ?? '', /web\/\w+\.js/);
  });

  it('complete where one is imported and not declared', async () => {
    const document = await manifest();
    const at = document.positionAt(document.getText().indexOf('"express"'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, at, '"q",\n    ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const { items } = await executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at.translate(0, 2),
    );
    const ours = items.find(({ detail }) => detail?.endsWith('not declared'));
    const label = ours && (typeof ours.label === 'string' ? ours.label : ours.label.label);
    assert.equal(label, 'qs');
  });

  it('are where an import leads to', async () => {
    const { document } = await openFile('web/app.js');
    const found = await executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDeclarationProvider',
      document.uri,
      placeOf(document, "'express'"),
    );
    const targets = found.map((one) => ('targetUri' in one ? one.targetUri : one.uri));
    assert.deepEqual(
      targets.map((uri) => vscode.workspace.asRelativePath(uri, false)),
      ['package.json'],
    );
  });

  it('have a lens where the user wants it', async () => {
    await settings().update('codeLens.imports', true);
    const document = await manifest();
    const lenses = await lensesOf(document, (titles) => titles.some((title) => /^imported in/.test(title)));
    assert.ok(
      lenses.includes('imported in 1 file') || lenses.some((title) => /imported in \d files/.test(title)),
    );
  });
});

/** The titles of a document's lenses as soon as they are as wanted; Mocha's timeout bounds the wait. */
async function lensesOf(
  document: vscode.TextDocument,
  isWanted: (titles: readonly string[]) => boolean,
): Promise<readonly string[]> {
  for (;;) {
    const found = await executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    const titles = found.map(({ command }) => command?.title ?? '');
    if (isWanted(titles)) return titles;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
