import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticWith, openFile, uriOf } from '../../harness/editor/host';

const { executeCommand } = vscode.commands;

/** Where a text starts in a document, one character on. */
function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `${document.uri.path} holds no ${text}`);
  return document.positionAt(at + 1);
}

function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false);
}

async function definitions(path: string, text: string): Promise<string[]> {
  const { document } = await openFile(path);
  const found = await executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    placeOf(document, text),
  );
  return found.map((one) =>
    'targetUri' in one
      ? `${pathOf(one.targetUri)}:${one.targetRange.start.line + 1}`
      : `${pathOf(one.uri)}:${one.range.start.line + 1}`,
  );
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}

describe('language features', () => {
  const canary = ['q7Vd02', 'mB1sXy'].join('');
  const env = `# == Shop ==\nSESSION_SECRET=${canary}\nORDERS_URL = "${canary} "  \n`;
  before(async () => {
    await write('.env', env);
    await openFile('.env');
    // By now the server has read the folder.
    await openFile('web/orders.js');
    await diagnosticWith(uriOf('web/orders.js'), 'backing-services/hardcoded-locator');
  });
  after(async () => {
    await executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf('.env'));
  });

  it('go to where a variable is set, and to what a command names', async () => {
    assert.deepEqual(await definitions('worker/__main__.py', 'ORDERS_URL'), ['.env:3']);
    assert.deepEqual(await definitions('Procfile', 'web/server.js'), ['web/server.js:1']);
    const { document } = await openFile('Procfile');
    const line = document.lineAt(2).text;
    assert.equal(line, 'worker: python3 -m worker');
    assert.deepEqual(await definitions('Procfile', 'worker:'), []);
    const found = await executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      new vscode.Position(2, line.length - 1),
    );
    const [target] = found.map((one) => ('targetUri' in one ? one.targetUri : one.uri));
    assert.equal(target && pathOf(target), 'worker/__main__.py');
  });

  it('link commands to what they name', async () => {
    const { document } = await openFile('Procfile');
    const links = await executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const targets = links.map(({ target }) => target && pathOf(target));
    assert.deepEqual(targets, ['web/server.js', 'worker/__main__.py', 'web/release.js']);
  });

  it('find all places of a variable', async () => {
    const { document } = await openFile('.env.example');
    const found = await executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      placeOf(document, 'ORDERS_URL'),
    );
    const paths = found.map(({ uri }) => pathOf(uri)).sort();
    assert.deepEqual(paths, ['.env', '.env.example', 'README.md', 'worker/__main__.py']);
  });

  it('rename a variable in every file and leave its value', async () => {
    const { document: example } = await openFile('.env.example');
    const { document: code } = await openFile('worker/__main__.py');
    const { document } = await openFile('.env');
    const rename = async (from: string, to: string): Promise<void> => {
      const edit = await executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        placeOf(document, from),
        to,
      );
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    const before = [example, code, document].map((one) => one.getText());
    await rename('ORDERS_URL', 'SHOP_ORDERS_URL');
    const after = [example, code, document].map((one) => one.getText());
    assert.deepEqual(
      after,
      // A message speaks of the variable, too; that is no place where it is read.
      before.map((text) => text.replace(/ORDERS_URL(?! is not set)/g, 'SHOP_ORDERS_URL')),
    );
    await assert.rejects(rename('SHOP_ORDERS_URL', 'SESSION_SECRET'), /already used/);
    await rename('SHOP_ORDERS_URL', 'ORDERS_URL');
    assert.deepEqual(
      [example, code, document].map((one) => one.getText()),
      before,
    );
    await vscode.workspace.saveAll();
  });

  it('list process types and variables, never their values', async () => {
    const symbolsOf = async (path: string): Promise<vscode.DocumentSymbol[]> => {
      const { document } = await openFile(path);
      return executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
    };
    const types = await symbolsOf('Procfile');
    assert.deepEqual(
      types.map(({ name, detail }) => [name, detail]),
      [
        ['web', 'node web/server.js'],
        ['worker', 'python3 -m worker'],
        ['release', 'node web/release.js'],
      ],
    );
    const [section] = await symbolsOf('.env');
    assert.equal(section?.name, 'Shop');
    assert.deepEqual(
      section.children.map(({ name }) => name),
      ['SESSION_SECRET', 'ORDERS_URL'],
    );
    const everywhere = await executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'ORDERS_URL',
    );
    const places = everywhere.filter(({ name }) => name === 'ORDERS_URL').map(({ location }) => location);
    assert.deepEqual(places.map(({ uri }) => pathOf(uri)).sort(), ['.env', '.env.example', 'README.md']);
    assert.ok(!JSON.stringify([types, section, everywhere]).includes(canary));
  });

  it('format an env file and leave its values', async () => {
    const { document } = await openFile('.env');
    assert.equal(document.getText(), env);
    await executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), `# == Shop ==\nSESSION_SECRET=${canary}\nORDERS_URL="${canary} "\n`);
    await executeCommand('undo');
    assert.equal(document.getText(), env);
    await document.save();
  });

  it('stay out of the formatting and the outline of code', async () => {
    const { document } = await openFile('worker/mail.py');
    const edits = await executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 4, insertSpaces: true },
    );
    assert.equal(edits, undefined, 'A formatter is registered for code');
  });

  it('fold an env file by its sections', async () => {
    const { document } = await openFile('.env');
    const folds = await executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [[0, 2]],
    );
  });

  it('offer to run the process types where the workspace is trusted', async () => {
    const { document } = await openFile('Procfile');
    const lenses = await executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    );
    const titles = lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`);
    const each = (line: number): string[] =>
      ['▷ Run', 'Debug', ...(line < 3 ? ['1 instance'] : [])].map((title) => `${line} ${title}`);
    assert.ok(vscode.workspace.isTrusted);
    const known = new Set(await vscode.commands.getCommands(true));
    const canDebug = known.has('twelveFactor.process.debug');
    assert.deepEqual(
      titles,
      [1, 2, 3].flatMap(each).filter((title) => canDebug || !title.endsWith('Debug')),
    );
    // A key that is no row's would have the user pick a process, and the command wait for it.
    for (const { range, command } of lenses) {
      if (range.start.line === 3 && command && /Run|Stop/.test(command.title)) {
        await executeCommand(command.command, ...(command.arguments ?? []));
      }
    }
  });
});
