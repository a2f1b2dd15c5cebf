import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFile, uriOf } from '../../harness/editor/host';

const { executeCommand } = vscode.commands;
const canary = ['k8Zw31', 'xQ0pLm'].join('');
const compose = [
  'services:',
  '  shop:',
  '    image: shop:1.4.2',
  '    environment:',
  `      STOCK_URL: ${canary}`,
  '      ',
  '',
].join('\n');
const files = {
  'compose.yaml': compose,
  'stock.js': 'connect(process.env.STOCK_URL);\n',
  'Dockerfile.stock': `FROM node:22\nENV STOCK_URL=${canary}\n`,
};

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}

function placeOf(document: vscode.TextDocument, part: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(part) + 1);
}

describe('compose files and Dockerfiles', () => {
  before(async () => {
    for (const [path, text] of Object.entries(files)) await write(path, text);
    for (const path of Object.keys(files)) await openFile(path);
  });
  after(async () => {
    await executeCommand('workbench.action.closeAllEditors');
    for (const path of Object.keys(files)) await vscode.workspace.fs.delete(uriOf(path));
  });

  it('complete the names of variables, never with values', async () => {
    const { document } = await openFile('compose.yaml');
    const list = await executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(5, 6),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('ORDERS_URL'), labels.slice(0, 20).join());
    assert.ok(
      !JSON.stringify(
        list.items.map(({ label, detail, documentation }) => [label, detail, documentation]),
      ).includes(canary),
    );
  });

  it('rename a variable in all of them and in code, and leave its values', async () => {
    const { document } = await openFile('compose.yaml');
    const edit = await executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      placeOf(document, 'STOCK_URL'),
      'STORE_URL',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    for (const [path, text] of Object.entries(files)) {
      const renamed = await openFile(path);
      assert.equal(renamed.document.getText(), text.replaceAll('STOCK_URL', 'STORE_URL'));
    }
    await vscode.workspace.saveAll();
  });

  it('list their variables in the outline, never their values', async () => {
    const { document } = await openFile('compose.yaml');
    const symbols = await executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const shop = symbols.find(({ name }) => name === 'shop');
    assert.deepEqual(
      shop?.children.map(({ name }) => name),
      ['STORE_URL'],
    );
    assert.ok(!JSON.stringify(symbols).includes(canary));
  });
});
