import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenEditor, openEditor } from '../../harness/editor';

const FILE = '.twelvefactor-baseline.json';
const bad = 'web: gunicorn app:app --bind 0.0.0.0:8000\n';
const good = 'web: gunicorn app:app --bind 0.0.0.0:$PORT\n';
const MAIL = "MAIL_PASSWORD = 'k8Fq2zLw-9'\n";

describe('a baseline in the editor', () => {
  let editor: OpenEditor;
  const recorded = (): string => readFileSync(join(editor.workspace, FILE), 'utf8');
  const problem = (text: string) => editor.page.locator('.markers-panel .monaco-list-row', { hasText: text });
  before(async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'baseline-'));
    writeFileSync(join(workspace, 'Procfile'), bad);
    writeFileSync(join(workspace, 'requirements.txt'), 'gunicorn==23.0.0\n');
    writeFileSync(join(workspace, 'runtime.txt'), 'python-3.12.4\n');
    writeFileSync(join(workspace, 'app.py'), 'app = None\n');
    writeFileSync(join(workspace, 'mail.py'), MAIL);
    editor = await openEditor({ workspace, settings: { 'twelveFactor.diagnostics.scope': 'workspace' } });
  });
  after(() => editor?.close());

  it('says so where there is none to prune', async () => {
    await editor.openFile('Procfile');
    await editor.problems('The port is fixed');
    await editor.runCommand('Twelve-Factor: Prune baseline');
    await editor.notification('There is no').waitFor();
    await editor.screenshot('baseline-none');
  });

  it('is recorded from the command palette, and what stands goes from Problems', async () => {
    await editor.problems('A credential stands in the code');
    await editor.runCommand('Twelve-Factor: Record baseline');
    await editor.notification('recorded in').waitFor();
    await editor.screenshot('baseline-recorded');
    await problem('The port is fixed').first().waitFor({ state: 'hidden' });
    await problem('A credential stands in the code').first().waitFor({ state: 'hidden' });
    assert.match(recorded(), /"config\/hardcoded-credential"/);
    assert.ok(!recorded().includes('k8Fq2zLw'), 'The baseline holds the value');
    await editor.screenshot('baseline-nothing-left');
  });

  it('lets what is new be seen', async () => {
    await editor.openFile('mail.py');
    await editor.press('Control+End');
    await editor.type("SMTP_PASSWORD = 'pT7xYvN3-4'\n");
    await editor.problems('A credential stands in the code');
    await editor.screenshot('baseline-new');
  });

  it('tells what is gone, and takes it out when asked', async () => {
    writeFileSync(join(editor.workspace, 'Procfile'), good);
    await editor.problems('is gone');
    await editor.screenshot('baseline-gone');
    await editor.runCommand('Twelve-Factor: Prune baseline');
    await editor.notification('It still records 1 finding').waitFor();
    await problem('is gone').first().waitFor({ state: 'hidden' });
    assert.doesNotMatch(recorded(), /Procfile/);
    assert.match(recorded(), /mail\.py/);
    await editor.screenshot('baseline-pruned');
  });
});
