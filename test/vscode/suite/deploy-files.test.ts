import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFile, takeBack, uriOf } from '../../harness/editor/host';

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

  it('align a version to the one that is picked', async () => {
    await write('.nvmrc', '18\n');
    try {
      const { document } = await openFile('.nvmrc');
      const action = await actionAt(document, 'Choose the version of Node.js…');
      const { command, arguments: given = [] } = action.command ?? { command: '' };
      const done = executeCommand(command, ...given);
      await executeCommand('workbench.action.quickOpenSelectNext');
      await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await done;
      const image = await openFile('Dockerfile.stock');
      assert.match(
        `${document.getText()} ${image.document.getText()}`,
        /^(?:22\n FROM node:22|18\n FROM node:18)/,
      );
    } finally {
      await takeBack();
      await vscode.workspace.fs.delete(uriOf('.nvmrc'));
    }
  });
});

/** Actions come once the findings are there. */
async function actionAt(document: vscode.TextDocument, title: string): Promise<vscode.CodeAction> {
  for (;;) {
    const actions = await executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 2),
    );
    const found = actions.find((one) => one.title === title);
    if (found) return found;
  }
}
