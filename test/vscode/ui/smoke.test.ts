import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { type OpenEditor, openEditor } from '../../harness/editor';

describe('the example app in the editor', () => {
  let editor: OpenEditor;
  before(async () => {
    editor = await openEditor();
  });
  after(() => editor?.close());

  it('opens its Procfile', async () => {
    await editor.openFile('Procfile');
    assert.match(await editor.visibleText(), /^web: /m);
    assert.ok(statSync(await editor.screenshot('storefront')).size > 10_000);
  });
});

describe('the example app in Restricted Mode', () => {
  let editor: OpenEditor;
  before(async () => {
    editor = await openEditor({ trusted: false });
  });
  after(() => editor?.close());

  it('opens its Procfile', async () => {
    await editor.openFile('Procfile');
    assert.match(await editor.visibleText(), /^web: /m);
    await editor.screenshot('storefront-restricted');
  });
});
