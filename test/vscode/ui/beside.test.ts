import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenEditor, openEditor } from '../../harness/editor';
import { seenFrames, watchFrames } from '../../harness/editor/frames';

const CANARY = 'canarybird';

function workspaceWithEnv(): string {
  const workspace = mkdtempSync(join(tmpdir(), 'beside-'));
  writeFileSync(join(workspace, '.env'), `API_TOKEN=${CANARY}\nAPI_TOKEN=${CANARY}\n`);
  writeFileSync(join(workspace, 'app.js'), 'use(process.env.API_TOKEN);\n');
  writeFileSync(join(workspace, 'package.json'), '{ "name": "shop", "private": true }\n');
  return workspace;
}

describe('beside an extension with a language of its own for env files', () => {
  let editor: OpenEditor;
  before(async () => {
    editor = await openEditor({ workspace: workspaceWithEnv(), beside: ['test/vscode/beside/language'] });
  });
  after(() => editor?.close());

  it('hides values, finds what is wrong and says so in the status bar', async () => {
    await editor.openFile('app.js');
    await editor.openFile('.env');
    await editor.page.locator('.statusbar-item', { hasText: 'Values hidden' }).waitFor();
    await editor.problems('API_TOKEN is set already');
    await editor.page.locator('[id="status.editor.mode"]', { hasText: 'env-spec' }).waitFor();
    await watchFrames(editor.page, CANARY);
    await editor.screenshot('beside-language');
    const { seen } = await seenFrames(editor.page);
    assert.deepEqual(seen, []);
  });
});

describe('beside an extension with an editor of its own for env files', () => {
  let editor: OpenEditor;
  before(async () => {
    editor = await openEditor({
      workspace: workspaceWithEnv(),
      beside: ['test/vscode/beside/custom-editor'],
    });
  });
  after(() => editor?.close());

  it('finds what is wrong in them all the same', async () => {
    // Once our findings are there, the other extension is, too.
    await editor.problems('API_TOKEN is set already');
    await editor.page.locator('.explorer-folders-view .monaco-list-row', { hasText: '.env' }).dblclick();
    await editor.page.locator('.tab.active', { hasText: '.env' }).first().waitFor();
    await editor.page
      .locator('.breadcrumbs-control, .editor-group-container.active', { hasText: 'Env editor' })
      .first()
      .waitFor();
    await editor.problems('API_TOKEN is set already');
    await editor.screenshot('beside-custom-editor');
  });

  it('has all its features where the file is opened as text', async () => {
    await editor.runCommand('View: Reopen Editor With Text Editor');
    await editor.page.locator('.statusbar-item', { hasText: 'Values hidden' }).waitFor();
    await watchFrames(editor.page, CANARY);
    await editor.screenshot('beside-text-editor');
    const { seen } = await seenFrames(editor.page);
    assert.deepEqual(seen, []);
  });
});
