import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeActionsAt, diagnosticWith, openFile, uriOf } from '../../harness/editor/host';

const { executeCommand } = vscode.commands;
const appJson = '{\n  "formation": { "web": { "quantity": 1 }, "workers": { "quantity": 2 } }\n}\n';

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}

/** Puts text at the end of the open Procfile. */
async function append(editor: vscode.TextEditor, text: string): Promise<vscode.Position> {
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  await editor.edit((edit) => edit.insert(end, text));
  return document.lineAt(document.lineCount - 1).range.end;
}

describe('the Procfile', () => {
  let editor: vscode.TextEditor;
  before(async () => {
    await openFile('web/orders.js');
    // By now the server has read the folder.
    await diagnosticWith(uriOf('web/orders.js'), 'backing-services/hardcoded-locator');
  });
  beforeEach(async () => {
    editor = await openFile('Procfile');
  });
  after(() => executeCommand('workbench.action.closeAllEditors'));

  async function labels(place: vscode.Position, trigger?: string): Promise<string[]> {
    const found = await executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      place,
      trigger,
    );
    return found.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  it('completes process types, commands, options and files, each once', async () => {
    const atType = await append(editor, 'cl');
    // One is the snippet of that name.
    assert.equal((await labels(atType)).filter((label) => label === 'clock').length, 2);
    const atCommand = await append(editor, 'ock: ');
    assert.ok((await labels(atCommand, ' ')).some((label) => label.startsWith('npm')));
    const atFile = await append(editor, 'node web/');
    assert.ok((await labels(atFile)).includes('web/release.js'));
    const atOption = await append(editor, 'x.js\nx: gunicorn a:b --b');
    const options = (await labels(atOption)).filter((label) => label === '--bind 0.0.0.0:$PORT');
    assert.deepEqual(options, ['--bind 0.0.0.0:$PORT']);
  });

  it('tells on hover what options and commands are', async () => {
    const end = await append(editor, 'x: gunicorn web:app --workers 2');
    const hover = async (column: number): Promise<string> => {
      const found = await executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        new vscode.Position(end.line, column),
      );
      return found
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : content.value))
        .join('\n');
    };
    assert.match(await hover(end.character - 5), /How many worker processes/);
    assert.match(await hover(5), /Serves a Python WSGI app/);
    assert.match(await hover(0), /\*\*x\*\*, process type/);
  });

  it('is what app.json must agree with; process types are found and renamed in both', async () => {
    await write('app.json', appJson);
    const { document } = await openFile('app.json');
    const finding = await diagnosticWith(document.uri, 'procfile/app-json-formation');
    assert.equal(document.getText(finding.range), 'workers');
    const [fix] = await codeActionsAt(document.uri, finding.range);
    assert.ok(fix?.edit, 'a fix');
    await vscode.workspace.applyEdit(fix.edit);
    await document.save();
    const at = editor.document.positionAt(editor.document.getText().indexOf('worker:') + 1);
    await vscode.window.showTextDocument(editor.document);
    const references = await executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      editor.document.uri,
      at,
    );
    const places = references.map(
      ({ uri, range }) => `${vscode.workspace.asRelativePath(uri, false)}:${range.start.line + 1}`,
    );
    assert.ok(places.includes('Procfile:3') && places.includes('app.json:2'), places.join());
    const rename = await executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      at,
      'jobs',
    );
    const renamed = rename.entries().map(([uri]) => vscode.workspace.asRelativePath(uri, false));
    assert.deepEqual(renamed.sort().slice(-2), ['Procfile', 'app.json'].sort());
    await vscode.workspace.fs.delete(uriOf('app.json'));
  });

  it('is proposed for a folder that has none', async () => {
    const proposed = await vscode.commands.getCommands(true);
    assert.ok(proposed.includes('twelveFactor.createProcfile'));
  });
});
