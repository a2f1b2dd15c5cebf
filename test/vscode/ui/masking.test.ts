import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenEditor, openEditor } from '../../harness/editor';
import { seenFrames, watchFrames } from '../../harness/editor/frames';

const CANARY = 'canarybird';

const env = [
  '# Shop',
  `DATABASE_URL=postgres://app:${CANARY}@db.test/shop`,
  `export API_TOKEN="${CANARY} with blanks {a}"`,
  `# OLD_TOKEN=${CANARY}`,
  `# ${CANARY}0123456789012345`,
  `KEY="-----BEGIN KEY-----`,
  `${CANARY}base64/lines==`,
  `-----END KEY-----"`,
  `QUOTE='${CANARY}' # ${CANARY}`,
  `${CANARY} stray line`,
  'PORT=5000',
  '',
].join('\n');

for (const version of ['newest', 'floor'] as const) {
  describe(`masking of env values, ${version} editor`, () => {
    let editor: OpenEditor;
    before(async () => {
      const workspace = mkdtempSync(join(tmpdir(), 'masking-'));
      writeFileSync(join(workspace, '.env.production'), env);
      writeFileSync(join(workspace, '.env.local'), env);
      writeFileSync(join(workspace, '.env.example'), 'API_TOKEN=fill-me-in\n');
      writeFileSync(join(workspace, 'Procfile'), 'web: x\nweb: y\n');
      writeFileSync(join(workspace, 'app.js'), 'use(process.env.API_TOKEN);\n');
      editor = await openEditor({ workspace, editor: version });
    });
    after(() => editor?.close());

    it('shows no value in any frame, from the first on', async () => {
      await editor.openFile('app.js');
      await editor.problems('web');
      await watchFrames(editor.page, CANARY);
      for (const path of ['.env.local', '.env.production']) {
        await editor.openFile(path);
        await editor.page.locator('.view-line', { hasText: 'PORT' }).first().waitFor();
      }
      await editor.page.locator('.statusbar-item', { hasText: 'Values hidden' }).waitFor();
      await editor.screenshot(`masked-${version}`);
      const { frames, seen } = await seenFrames(editor.page);
      assert.ok(frames > 10, `${frames} frames`);
      assert.deepEqual(seen, []);
      assert.match(await editor.visibleText(), /^API_TOKEN|API_TOKEN=/m);
    });

    it('shows them when asked, and hides them again', async () => {
      await editor.runCommand('Twelve-Factor: Show or hide env values');
      await editor.page.locator('.statusbar-item', { hasText: 'Values shown' }).waitFor();
      await editor.screenshot(`unmasked-${version}`);
      await watchFrames(editor.page, CANARY);
      const { seen } = await seenFrames(editor.page);
      assert.ok(seen.length > 0);
      await editor.page.locator('.statusbar-item', { hasText: 'Values shown' }).click();
      await editor.page.locator('.statusbar-item', { hasText: 'Values hidden' }).waitFor();
    });

    it('shows what an example file says', async () => {
      await editor.openFile('.env.example');
      await watchFrames(editor.page, 'fill-me-in');
      await editor.page.waitForFunction(() => (window.twelveFactorFrames?.seen.length ?? 0) > 0);
      const { seen } = await seenFrames(editor.page);
      await editor.screenshot(`example-${version}`);
      assert.ok(seen.length > 0);
      await editor.runCommand('Twelve-Factor: Show or hide env values');
      await editor.notification('The values of example files are always shown.').waitFor();
    });
  });
}
