import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenEditor, openEditor } from '../../harness/editor';
import { until } from '../../harness/formation-lab';

const CANARY = ['k8Fq2', 'zLw-', '9canary'].join('');
const LOCATOR = `postgres://shop:${CANARY}@db.shop-host.net/shop`;

/** What must stand in the log by then, or the test would look at nothing. */
const ASKED = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/codeAction',
  'textDocument/didChange',
];

describe('the trace of the protocol, told to say all', () => {
  let editor: OpenEditor;
  before(async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'trace-'));
    mkdirSync(join(workspace, '.vscode'));
    writeFileSync(
      join(workspace, '.vscode', 'settings.json'),
      JSON.stringify({ 'twelveFactor.trace.server': 'verbose' }),
    );
    writeFileSync(join(workspace, 'package.json'), '{ "private": true, "dependencies": { "pg": "8" } }\n');
    writeFileSync(join(workspace, '.env'), `SHOP_PASSWORD=${CANARY}\nSHOP_URL=${LOCATOR}\n`);
    writeFileSync(join(workspace, '.gitignore'), '.env\n');
    writeFileSync(
      join(workspace, 'app.js'),
      `const password = process.env.SHOP_PASSWORD;\nconst mailPassword = '${CANARY}';\nconst url = '${LOCATOR}';\n`,
    );
    writeFileSync(join(workspace, 'app.yml'), `mail:\n  password: ${CANARY}\n`);
    editor = await openEditor({
      workspace,
      logLevel: 'trace',
      settings: { 'twelveFactor.trace.server': 'verbose', 'twelveFactor.diagnostics.scope': 'workspace' },
    });
  });
  after(() => editor?.close());

  it('holds no value, whatever is asked of code, configuration and env files', async () => {
    await editor.openFile('app.js');
    await editor.problems('A credential stands in the code');
    await editor.hover('SHOP_PASSWORD', '.env');
    await editor.codeActions('mailPassword', 'Move to env var');
    await editor.press('Escape');
    await editor.applyCodeAction("'k8Fq2", 'Move to env var');
    await editor.page.locator('.view-line', { hasText: 'process.env.MAIL_PASSWORD' }).first().waitFor();
    await editor.press('Control+End');
    await editor.type('process.env.');
    await editor.suggestions('SHOP_PASSWORD');
    await editor.press('Escape');
    await editor.runCommand('File: Save All Files');
    for (const path of ['app.yml', '.env']) {
      await editor.openFile(path);
      await editor.press('Control+Home');
      await editor.press('Control+.');
      await editor.press('Escape');
    }
    await until(() => ASKED.every((method) => [...logs()].some(([, text]) => text.includes(method))));
    await editor.runCommand('Output: Focus on Output View');
    await editor.screenshot('trace');
    for (const [path, text] of logs()) assert.ok(!text.includes(CANARY), `${path} holds the value`);
  });

  /** Every log of the editor by its path: its own, and the output channels of all extensions. */
  function logs(): Map<string, string> {
    const paths = readdirSync(editor.logs, { recursive: true, encoding: 'utf8' });
    return new Map(
      paths
        .filter((path) => path.endsWith('.log'))
        .map((path) => [path, readFileSync(join(editor.logs, path), 'utf8')]),
    );
  }
});
