import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeActionsAt, diagnosticsWhen, diagnosticWith, openFile, uriOf } from '../../harness/editor/host';

const rule = 'config/hardcoded-credential';

/** What a file of the workspace says once it is saved, whether or not an editor shows it. */
async function savedTextOf(path: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  if (document.isDirty) assert.ok(await document.save());
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
}

describe('Move to env var', () => {
  it('moves code, .env and .env.example in one edit that one undo takes back', async () => {
    const { document } = await openFile('worker/mail.py');
    const before = document.getText();
    const finding = await diagnosticWith(document.uri, rule);
    const [move] = await codeActionsAt(document.uri, finding.range);
    assert.ok(move?.edit, 'The first action is no edit');
    assert.match(move.title, /^Move to env var SMTP_PASSWORD/);
    assert.equal(move.isPreferred, true);
    assert.ok(!move.title.includes('storefront-mail'));
    assert.ok(await vscode.workspace.applyEdit(move.edit));

    assert.match(document.getText(), /password=os\.environ\["SMTP_PASSWORD"\]/);
    assert.match(await savedTextOf('.env'), /^SMTP_PASSWORD='storefront-mail-2024!'$/m);
    assert.match(await savedTextOf('.env.example'), /^SMTP_PASSWORD=$/m);
    await diagnosticsWhen(document.uri, (all) =>
      all.every(({ source }) => source !== 'twelve-factor') ? true : undefined,
    );

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    const example = await vscode.workspace.openTextDocument(uriOf('.env.example'));
    assert.ok(!example.getText().includes('SMTP_PASSWORD'), 'The placeholder is still there');
    await vscode.workspace.saveAll(true);
  });

  it('is a refactoring of any literal', async () => {
    const { document } = await openFile('worker/status.py');
    const start = document.positionAt(document.getText().indexOf('"application/json"'));
    assert.ok(start.line > 0, 'The example app has changed');
    const range = new vscode.Range(start.translate(0, 1), start.translate(0, 2));
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.RefactorExtract.value,
      5,
    );
    const titles = found.map(({ title }) => title).filter((title) => title.startsWith('Move to env var'));
    assert.ok(titles.length > 0, 'Nothing is offered');
  });
});
