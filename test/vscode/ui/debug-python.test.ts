import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonWithDebugpy } from '../../../scripts/editor/index.mjs';
import { type OpenEditor, openEditor } from '../../harness/editor';

const loop = [
  'import os',
  'import time',
  '',
  'def turn(port):',
  '    turned = f"turned at {port}"',
  '    return turned',
  '',
  'print("turning at", os.environ["PORT"], flush=True)',
  'while True:',
  '    turn(os.environ["PORT"])',
  '    time.sleep(0.1)',
  '',
].join('\n');

describe('Python under its own debugger', () => {
  let editor: OpenEditor;
  before(async () => {
    const python = await pythonWithDebugpy();
    const workspace = mkdtempSync(join(tmpdir(), 'python-'));
    writeFileSync(join(workspace, 'loop.py'), loop);
    const listening = `${python} -Xfrozen_modules=off -m debugpy --listen 127.0.0.1:5679 loop.py`;
    writeFileSync(join(workspace, 'Procfile'), `turner: ${python} loop.py\nlistener: ${listening}\n`);
    editor = await openEditor({
      workspace,
      beside: ['test/vscode/beside/debugpy'],
      settings: { 'testDebugpy.python': python, 'debug.console.closeOnEnd': true },
    });
    await editor.openFile('loop.py');
    await editor.clickText('turned = f');
    await editor.runCommand('Debug: Toggle Breakpoint');
    await editor.page
      .locator('.codicon-debug-breakpoint, .codicon-debug-breakpoint-unverified')
      .first()
      .waitFor();
    await editor.runCommand('View: Show Twelve-Factor');
  });
  after(() => editor?.close());
  const spoken = (label: string) => editor.page.locator(`[aria-label*="${label}"]`).first();

  /** Waits until the program stands at the breakpoint, and asks there for the port that it was given. */
  async function stopsWithPort(port: string): Promise<void> {
    await editor.page.locator('.debug-top-stack-frame-line').first().waitFor();
    await editor.runCommand('Debug Console: Focus on Debug Console View');
    await editor.type('port + "!"');
    await editor.press('Enter');
    await editor.page
      .locator('.repl', { hasText: `'${port}!'` })
      .first()
      .waitFor();
  }

  async function startAndAttach(id: string): Promise<void> {
    await editor.runCommand('Twelve-Factor: Start process');
    await editor.pick(id);
    await spoken(`${id}, running`).waitFor();
    await editor.runCommand('Twelve-Factor: Attach debugger to process');
    await editor.pick(id);
    await editor.page.locator('.debug-toolbar').waitFor();
  }

  /** Lets the program go; it goes on in the formation. */
  async function detach(id: string): Promise<void> {
    await editor.runCommand('Debug: Disconnect');
    await editor.page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
    await editor.runCommand('View: Show Twelve-Factor');
    assert.ok(await spoken(`${id}, running`).isVisible());
    await editor.runCommand('Twelve-Factor: Stop formation');
    await spoken(`${id}, stopped`).waitFor();
  }

  it('stops a process type that is launched at a breakpoint', async () => {
    await editor.runCommand('Twelve-Factor: Debug process');
    await editor.pick('turner');
    await stopsWithPort('5000');
    await editor.screenshot('debug-python-launched');
    await editor.runCommand('Debug: Stop');
    await editor.page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
  });

  it('attaches to a process that runs, and stops it at a breakpoint', async () => {
    await editor.runCommand('View: Show Twelve-Factor');
    await startAndAttach('turner.1');
    await stopsWithPort('5000');
    await editor.screenshot('debug-python-attached');
    await detach('turner.1');
  });

  it('attaches by the port at which a process listens for debuggers', async () => {
    await startAndAttach('listener.1');
    await stopsWithPort('5100');
    await editor.screenshot('debug-python-listening');
    await detach('listener.1');
  });
});
