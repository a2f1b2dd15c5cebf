import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFile, uriOf } from '../../harness/editor/host';

async function append(document: vscode.TextDocument, text: string): Promise<vscode.Position> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().length), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
  return document.positionAt(document.getText().length);
}

async function completionsAt(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('environment variables', () => {
  const canary = ['k8Zw31', 'xQ0pLm'].join('');
  before(async () => {
    const text = `SESSION_SECRET=${canary}\nCANARY_NAME=${canary}\n`;
    await vscode.workspace.fs.writeFile(uriOf('.env'), new TextEncoder().encode(text));
    await openFile('.env');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf('.env'));
  });

  for (const [path, typed] of [
    ['web/page.js', '\nprocess.env.'],
    ['worker/orders.py', '\nos.environ["'],
    ['Procfile', '\nextra: echo $'],
  ] as const) {
    it(`complete in ${path}`, async () => {
      const { document } = await openFile(path);
      const position = await append(document, typed);
      const labels = await completionsAt(document, position);
      await vscode.commands.executeCommand('undo');
      assert.ok(labels.includes('CANARY_NAME'), labels.slice(0, 20).join());
      assert.ok(labels.includes('SESSION_SECRET'));
    });
  }

  it('say on hover where they are set, never their value', async () => {
    const { document } = await openFile('web/app.js');
    const at = document.positionAt(document.getText().indexOf('SESSION_SECRET') + 3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
      .join('\n');
    assert.match(text, /\.env/);
    assert.ok(!text.includes(canary), 'The hover shows the value');
  });
});
