import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenEditor, openEditor } from '../../harness/editor';

describe('the Procfile as a user writes it', () => {
  let editor: OpenEditor;
  before(async () => {
    editor = await openEditor();
  });
  after(() => editor?.close());

  it('has lenses, colours and hovers', async () => {
    await editor.openFile('Procfile');
    await editor.page.locator('.codelens-decoration', { hasText: 'Run' }).first().waitFor();
    const hover = await editor.hover('web/server.js', 'process type');
    assert.match(hover, /Receives the web traffic/);
    assert.match(hover, /Starts web\/server\.js with Express\./);
    await editor.screenshot('procfile-hover');
    await editor.press('Escape');
  });

  it('proposes process types, commands and options', async () => {
    await editor.openFile('Procfile');
    await editor.press('Control+End');
    await editor.type('clock: ');
    await editor.suggestions('npm');
    await editor.screenshot('procfile-commands');
    await editor.press('Escape');
    await editor.type('gunicorn shop:app --b');
    await editor.suggestions('--bind');
    await editor.screenshot('procfile-options');
    await editor.press('Escape');
  });

  it('is created from what the app runs', async () => {
    await editor.press('Escape');
    await editor.runCommand('File: Revert File');
    await editor.runCommand('View: Close All Editors');
    rmSync(join(editor.workspace, 'Procfile'));
    await editor.page.locator('.monaco-workbench').first().waitFor();
    await editor.runCommand('Twelve-Factor: Create Procfile');
    await editor.page.locator('.view-line', { hasText: 'web:' }).first().waitFor();
    await editor.screenshot('procfile-created');
    assert.match(await editor.visibleText(), /web: npm start|web: node/);
  });
});
