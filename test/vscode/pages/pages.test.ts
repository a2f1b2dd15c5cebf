import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeActionsAt, codeOf, diagnosticsWhen } from '../../harness/editor/host';
import { productSamples, titleOf } from '../../harness/format-samples';
import { folderOf, type PageSample } from '../../harness/page-samples';

describe('in the editor', () => {
  afterEach(async () => {
    await vscode.workspace.saveAll(false);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const one of productSamples()) {
    it(`${titleOf(one)} is told${one.sample.fixed.length > 0 ? ' and mended' : ''}`, async () => {
      for (const { path, marks } of one.sample.files) if (marks.length > 0) await told(one, path);
      if (one.sample.fixed.length > 0) await mended(one);
    });
  }
});

function uriOf(one: PageSample, path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.find(({ name }) => name === folderOf(one));
  assert.ok(folder, `${folderOf(one)} is not open`);
  return vscode.Uri.joinPath(folder.uri, path);
}

async function open(one: PageSample, path: string): Promise<vscode.TextDocument> {
  const { document } = await vscode.window.showTextDocument(uriOf(one, path));
  return document;
}

/** The findings of the rule in a file, as soon as there are as many. */
function findings(uri: vscode.Uri, rule: string, count: number): Promise<vscode.Diagnostic[]> {
  return diagnosticsWhen(uri, (all) => {
    const found = all.filter((diagnostic) => codeOf(diagnostic) === rule);
    return found.length === count ? found : undefined;
  });
}

async function told(one: PageSample, path: string): Promise<void> {
  const file = one.sample.files.find((each) => each.path === path);
  assert.ok(file);
  const document = await open(one, path);
  const found = await findings(document.uri, one.rule, file.marks.length);
  const shown = found
    .map(({ range }) => ({ start: document.offsetAt(range.start), end: document.offsetAt(range.end) }))
    .sort((a, b) => a.start - b.start);
  assert.deepEqual(shown, file.marks, path);
  for (const { source, code } of found) {
    assert.equal(source, 'twelve-factor');
    assert.ok(typeof code === 'object' && code.target.path.length > 0, 'a link to the page');
  }
}

/** The preferred fix of each finding, one after another, leaves what the page shows. */
async function mended(one: PageSample): Promise<void> {
  for (const { path, marks } of one.sample.files) {
    const document = marks.length > 0 ? await open(one, path) : undefined;
    for (let left = marks.length; document && left > 0; left--) {
      const found = await findings(document.uri, one.rule, left);
      const action = await preferred(document.uri, found, one.rule);
      if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), action.title);
      if (action.command)
        await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    }
    if (document) await findings(document.uri, one.rule, 0);
  }
  for (const { path, text } of one.sample.fixed) {
    const document = await vscode.workspace.openTextDocument(uriOf(one, path));
    assert.equal(document.getText(), text, path);
  }
}

async function preferred(
  uri: vscode.Uri,
  found: readonly vscode.Diagnostic[],
  rule: string,
): Promise<vscode.CodeAction> {
  for (const { range } of found) {
    const action = (await codeActionsAt(uri, range)).find(({ isPreferred }) => isPreferred);
    if (action) return action;
  }
  assert.fail(`no fix of ${rule}`);
}
