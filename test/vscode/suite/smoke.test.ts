import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsWhen, openFile, uriOf } from '../../harness/editor/host';

describe('the installed extension', () => {
  it('runs in the version of VS Code that was asked for', () => {
    assert.equal(vscode.version, process.env.TWELVE_FACTOR_EXPECTED_VSCODE);
  });

  it('activates on a workspace with a Procfile', async () => {
    const extension = vscode.extensions.getExtension('twelve-factor.twelve-factor');
    assert.ok(extension, 'twelve-factor.twelve-factor is not installed');
    const { languageId } = (await openFile('Procfile')).document;
    assert.equal(languageId, 'procfile');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('reports what breaks the twelve factors', async () => {
    await openFile('worker/__main__.py');
    const found = await diagnosticsWhen(uriOf('worker/__main__.py'), (all) =>
      all.find(({ source }) => source === 'twelve-factor'),
    );
    assert.ok(found.message.length > 0);
  });
});
