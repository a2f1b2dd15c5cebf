import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the installed extension', () => {
  it('runs in the version of VS Code that was asked for', () => {
    assert.equal(vscode.version, process.env.TWELVE_FACTOR_EXPECTED_VSCODE);
  });

  it('is installed and activates', async () => {
    const extension = vscode.extensions.getExtension(
      process.env.TWELVE_FACTOR_EXT ?? 'twelve-factor.twelve-factor',
    );
    assert.ok(extension, 'twelve-factor.twelve-factor is not installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
