import assert from 'node:assert/strict';
import { type OpenEditor, openEditor } from '../../harness/editor';

describe('the formation in the sidebar', () => {
  let editor: OpenEditor;
  before(async () => {
    editor = await openEditor();
  });
  after(() => editor?.close());
  const row = (text: string) => editor.page.locator('.pane-body .monaco-list-row', { hasText: text }).first();

  it('lists the process types of the Procfile', async () => {
    await editor.openFile('Procfile');
    await editor.runCommand('View: Show Twelve-Factor');
    await row('web').waitFor();
    await row('worker').waitFor();
    // Its status page has a port of its own, and so PORT is none of its.
    assert.equal(await row('worker.1').filter({ hasText: '5100' }).count(), 0);
    await editor.screenshot('formation-stopped');
  });

  it('tells on hover what a process type starts and how that stops', async () => {
    await row('web').hover();
    const tooltip = editor.page
      .locator('.monaco-hover', { hasText: 'Starts web/server.js with Express.' })
      .first();
    await tooltip.waitFor();
    await editor.screenshot('formation-entry-point');
    await editor.press('Escape');
  });

  it('starts them and shows their output', async () => {
    await editor.runCommand('Twelve-Factor: Start formation');
    await editor.pick('Start the formation only');
    await editor.page.locator('[aria-label*="web.1, running, port 5000"]').first().waitFor();
    await editor.page.locator('[aria-label*="worker.1, running"]').first().waitFor();
    await editor.page.locator('.xterm-accessibility, .xterm-rows, .terminal-wrapper').first().waitFor();
    await editor.statusBar().filter({ hasText: '2/2' }).first().waitFor();
    await editor.screenshot('formation-running');
  });

  it('scales a process type up', async () => {
    await row('worker').hover();
    await editor.page.getByRole('button', { name: 'Scale up' }).first().click();
    const second = editor.page.locator('[aria-label*="worker.2, running"]').first();
    await second.waitFor();
    await editor.screenshot('formation-scaled');
  });

  it('stops them all', async () => {
    await editor.runCommand('Twelve-Factor: Stop formation');
    await editor.page.locator('[aria-label*="web.1, running"]').first().waitFor({ state: 'detached' });
    await editor.page.locator('[aria-label*="worker.2, running"]').first().waitFor({ state: 'detached' });
    await editor.screenshot('formation-ended');
    assert.equal(await editor.statusBar().filter({ hasText: '3/3' }).count(), 0);
  });
});

describe('the formation in Restricted Mode', () => {
  let editor: OpenEditor;
  before(async () => {
    editor = await openEditor({ trusted: false });
  });
  after(() => editor?.close());

  it('offers to manage trust in place of running anything', async () => {
    await editor.runCommand('View: Show Twelve-Factor');
    await editor.page.getByText('Restricted Mode', { exact: false }).first().waitFor();
    await editor.screenshot('formation-restricted');
    await editor.openFile('worker/mail.py');
    await editor.problems('twelve-factor');
  });
});
