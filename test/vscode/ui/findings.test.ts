import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenEditor, openEditor } from '../../harness/editor';
import { until } from '../../harness/formation-lab';

describe('findings in the editor', () => {
  let editor: OpenEditor;
  const file = (path: string): string => readFileSync(join(editor.workspace, path), 'utf8');
  before(async () => {
    editor = await openEditor();
  });
  after(() => editor?.close());

  it('are underlined, listed in Problems and explained on hover', async () => {
    await editor.openFile('web/orders.js');
    // Which of them are in view, the list decides.
    const problems = await editor.problems('twelve-factor');
    assert.ok(problems.length >= 2, problems.join('\n'));
    await editor.screenshot('problems');
    assert.match(await editor.hover('postgres://'), /Take its locator from an environment variable/);
    await editor.screenshot('finding-hover');
  });

  it('are repaired by Move to env var, in one edit', async () => {
    await editor.openFile('web/orders.js');
    const before = file('web/orders.js');
    const actions = await editor.codeActions('postgres://', 'Move to env var DATABASE_URL');
    await editor.screenshot('light-bulb');
    assert.ok(actions.some((title) => title.startsWith('Ignore')));
    await editor.press('Escape');
    await editor.applyCodeAction('postgres://', 'Move to env var DATABASE_URL');
    await editor.page.locator('.view-line', { hasText: 'process.env.DATABASE_URL' }).first().waitFor();
    await editor.screenshot('moved');
    await editor.runCommand('File: Save All Files');
    await editor.openFile('.env');
    assert.match(await editor.visibleText(), /^DATABASE_URL=/m);
    await editor.screenshot('env-file');
    await until(() => file('web/orders.js') !== before);
    await until(() => /^DATABASE_URL=$/m.test(file('.env.example')));
  });

  it('are moved under a name that the user types', async () => {
    await editor.openFile('worker/mail.py');
    await editor.runCommand('View: Hide Panel');
    await editor.page.locator('.view-line', { hasText: 'storefront-mail' }).first().waitFor();
    await editor.applyCodeAction('storefront-mail', 'Move to env var…');
    const box = editor.page.locator('.quick-input-widget:visible input[type=text]').first();
    await box.waitFor();
    assert.equal(await box.inputValue(), 'SMTP_PASSWORD');
    await editor.screenshot('name-env-var');
    await box.fill('1X');
    await editor.page
      .locator('.quick-input-message', { hasText: /letter|name/i })
      .first()
      .waitFor();
    await box.fill('MAIL_SECRET');
    await box.press('Enter');
    await editor.page.locator('.view-line', { hasText: 'os.environ["MAIL_SECRET"]' }).first().waitFor();
  });
});
