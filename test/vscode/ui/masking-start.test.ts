import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenEditor, openEditor } from '../../harness/editor';
import { seenFrames, watchNextPage } from '../../harness/editor/frames';
import { type Box, Screencast } from '../../harness/editor/screencast';

const CANARY = 'canarybird'.repeat(8);
const env = Array.from({ length: 12 }, (_, at) => `K${at}=${CANARY}\n`).join('');
const quiet = {
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
};

for (const version of ['newest', 'floor'] as const) {
  describe(`env values in pictures of every frame, ${version} editor`, () => {
    let editor: OpenEditor;
    before(async () => {
      const workspace = mkdtempSync(join(tmpdir(), 'masking-'));
      writeFileSync(join(workspace, '.env'), env);
      writeFileSync(join(workspace, 'Procfile'), 'web: x\nweb: y\n');
      editor = await openEditor({ workspace, editor: version, settings: quiet });
    });
    after(() => editor?.close());

    const isHidden = () => editor.page.locator('.statusbar-item', { hasText: 'Values hidden' }).waitFor();

    /** Where the values of some lines in the middle are. */
    async function valuesBox(): Promise<Box> {
      const lines = editor.page.locator('.editor-group-container.active .view-line', { hasText: 'K5' });
      const line = await lines.first().boundingBox();
      assert.ok(line);
      return { x: Math.round(line.x + 60), y: Math.round(line.y - 40), width: 500, height: 100 };
    }

    it('shows none in the first env file of a window', async () => {
      await editor.problems('web');
      const cast = await Screencast.start(editor.page);
      await editor.openFile('.env');
      await isHidden();
      await cast.stop();
      const ink = await cast.inkIn(await valuesBox());
      assert.ok(ink.length > 10, `${ink.length} frames`);
      assert.deepEqual(
        ink.filter((pixels) => pixels > 0),
        [],
      );
    });

    it('sees those that are shown', async () => {
      const cast = await Screencast.start(editor.page);
      await editor.runCommand('Twelve-Factor: Show or hide env values');
      await editor.page.locator('.statusbar-item', { hasText: 'Values shown' }).waitFor();
      await cast.stop();
      const ink = await cast.inkIn(await valuesBox());
      assert.ok((ink.at(-1) ?? 0) > 1000, String(ink.at(-1)));
    });

    it('shows values of an env file that is restored only until its grammar is loaded', async () => {
      await watchNextPage(editor.page, 'canarybird');
      // The command, unlike the page's own reload, waits until the window has kept which editors are open.
      await Promise.all([
        editor.page.waitForEvent('domcontentloaded'),
        editor.runCommand('Developer: Reload Window'),
      ]);
      await isHidden();
      const cast = await Screencast.start(editor.page);
      await cast.stop();
      const { frames, seen } = await seenFrames(editor.page);
      assert.ok(frames > 10, `${frames} frames`);
      // Without a grammar a whole line is one piece in the colour of plain text.
      assert.deepEqual(
        seen.filter((one) => !/ in mtk1$/.test(one)),
        [],
      );
      assert.equal((await cast.inkIn(await valuesBox())).at(-1), 0);
    });
  });
}
