import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenEditor, openEditor } from '../../harness/editor';

describe('set up this app', () => {
  let editor: OpenEditor;
  before(async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'set-up-'));
    writeFileSync(join(workspace, '.env.example'), '# Where the shop is\nSHOP_URL=\nSESSION_SECRET=\n');
    writeFileSync(join(workspace, '.nvmrc'), '99\n');
    writeFileSync(join(workspace, '.gitignore'), 'dist/');
    editor = await openEditor({ workspace });
  });
  after(() => editor?.close());

  it('asks for what the example leaves open and makes the secrets', async () => {
    await editor.runCommand('Twelve-Factor: Set up this app');
    const box = editor.page.locator('.quick-input-widget:visible input[type=text]').first();
    await editor.page
      .locator('.quick-input-message', { hasText: 'SHOP_URL: Where the shop is' })
      .first()
      .waitFor();
    await editor.screenshot('set-up-asks');
    await box.fill('https://shop.test');
    await box.press('Enter');
    const dialog = editor.page.locator('.monaco-dialog-box', { hasText: '.env has 2 new variables' });
    await dialog.waitFor();
    await editor.screenshot('set-up-done');
    assert.match(
      (await dialog.textContent()) ?? '',
      /Node\.js 99 \(\.nvmrc\): but \d+\.\d+\.\d+ is here\..*Install Node\.js 99 first\./s,
    );
    const text = readFileSync(join(editor.workspace, '.env'), 'utf8');
    assert.match(text, /^SHOP_URL=https:\/\/shop\.test$/m);
    assert.match(text, /^SESSION_SECRET=[\w-]{43}$/m);
    assert.equal(readFileSync(join(editor.workspace, '.gitignore'), 'utf8'), 'dist/\n/.env\n');
    assert.match((await dialog.textContent()) ?? '', /\.gitignore keeps it out of git now/);
    await editor.press('Escape');
  });
});
