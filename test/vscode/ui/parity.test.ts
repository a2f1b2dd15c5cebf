import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type OpenEditor, openEditor } from '../../harness/editor';

const FILES: Readonly<Record<string, string>> = {
  '.nvmrc': '18\n',
  Dockerfile: 'FROM node:20-slim\nENV MODE=x\nCMD ["node", "web/server.js"]\n',
  'docker-compose.yml': 'services:\n  db:\n    image: postgres:13\n',
  '.github/workflows/ci.yml':
    "jobs:\n  test:\n    services:\n      db:\n        image: postgres:15\n    steps:\n      - uses: actions/setup-node@v4\n        with:\n          node-version: '20'\n",
};

describe('parity in the sidebar', () => {
  let editor: OpenEditor;
  before(async () => {
    editor = await openEditor({ size: { width: 1280, height: 1000 } });
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(editor.workspace, path)), { recursive: true });
      writeFileSync(join(editor.workspace, path), text);
    }
  });
  after(() => editor?.close());
  const row = (label: string) =>
    editor.page.locator(`.pane-body .monaco-list-row[aria-label*="${label}"]`).first();

  it('compares development, CI and deploys, and says in words what differs', async () => {
    await editor.openFile('Procfile');
    await editor.runCommand('Focus on Parity View');
    await row('Node.js, versions differ').waitFor();
    await row('PostgreSQL, versions differ').waitFor();
    await editor.screenshot('parity');
  });

  it('opens the line of a cell', async () => {
    await row('Dockerfile: 20').click();
    await editor.page.locator('.tab.active', { hasText: 'Dockerfile' }).first().waitFor();
    await editor.page.locator('.view-line', { hasText: 'FROM node:20-slim' }).first().waitFor();
    await editor.screenshot('parity-opened');
    assert.match(await editor.visibleText(), /node:20/);
  });

  it('aligns a version to one of those that are there', async () => {
    await editor.openFile('.nvmrc');
    await editor.problems('Node.js is 18 here');
    await editor.screenshot('parity-drift');
    await editor.applyCodeAction('18', 'Choose the version of Node.js…');
    await editor.page
      .locator('.quick-input-widget:visible')
      .getByText('20', { exact: true })
      .first()
      .waitFor();
    await editor.screenshot('parity-pick');
    await editor.pick('20');
    await editor.runCommand('File: Save All Files');
    await row('Node.js, no difference').waitFor();
    await editor.screenshot('parity-aligned');
  });
});
