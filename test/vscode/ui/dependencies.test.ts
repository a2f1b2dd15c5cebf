import assert from 'node:assert/strict';
import { type OpenEditor, openEditor } from '../../harness/editor';

describe('the packages of a manifest as a user sees them', () => {
  let editor: OpenEditor;
  before(async () => {
    editor = await openEditor({ settings: { 'twelveFactor.codeLens.imports': true } });
  });
  after(() => editor?.close());

  it('have a lens that shows their imports, and a hover', async () => {
    await editor.openFile('package.json');
    const lens = editor.page.locator('.codelens-decoration a', { hasText: 'imported in' }).first();
    await lens.waitFor();
    const hover = await editor.hover('"express"', 'Imported in');
    assert.match(hover, /web\/app\.js/);
    assert.match(hover, /Pinned by package-lock\.json/);
    await editor.screenshot('dependency-hover');
    await editor.press('Escape');
    await lens.click();
    await editor.page.locator('.peekview-widget, .reference-zone-widget').first().waitFor();
    await editor.screenshot('dependency-imports');
    await editor.press('Escape');
  });
});
