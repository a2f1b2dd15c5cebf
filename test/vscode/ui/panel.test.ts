import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenEditor, openEditor } from '../../harness/editor';

const orders = 'test/apps/orders';
/** So that the text of a terminal stands in the page. */
const settings = { 'terminal.integrated.gpuAcceleration': 'off' };

describe('the panel of an app with several Procfiles', () => {
  let editor: OpenEditor;
  before(async () => {
    editor = await openEditor({ workspace: orders, settings });
    await editor.openFile('Procfile');
    await editor.runCommand('View: Show Twelve-Factor');
  });
  after(() => editor?.close());
  const spoken = (label: string) => editor.page.locator(`[aria-label*="${label}"]`).first();
  const row = (text: string) => editor.page.locator('.pane-body .monaco-list-row', { hasText: text }).first();
  const terminalText = (text: string) =>
    editor.page.locator('.xterm-rows:visible', { hasText: text }).first();

  it('asks once which one to run, offers the release first, and starts the rest in order', async () => {
    await editor.runCommand('Twelve-Factor: Start formation');
    await editor.page.locator('.quick-input-widget:visible').getByText('Procfile of orders').waitFor();
    await editor.screenshot('panel-choose-procfile');
    await editor.pick('as production runs it');
    await editor.page.locator('.quick-input-widget:visible').getByText('Run release first').waitFor();
    await editor.screenshot('panel-release-first');
    await editor.pick('Run release first');
    await spoken('release, one-off process, finished').waitFor();
    await spoken('web.1, running, port 5000').waitFor();
    await spoken('clock.1, running').waitFor();
    await editor.statusBar().filter({ hasText: '3/3' }).first().waitFor();
    await editor.screenshot('panel-running');
  });

  it('shows the secret of the env file masked, and true colour', async () => {
    await terminalText('key •••').waitFor();
    await editor.screenshot('panel-output');
  });

  it('lets one type into a process', async () => {
    await row('worker.1').click({ button: 'right' });
    await editor.page.locator('.context-view .action-label', { hasText: 'Type into process' }).waitFor();
    await editor.screenshot('panel-menu');
    await editor.page.keyboard.press('Escape');
    await editor.runCommand('Twelve-Factor: Type into process');
    await editor.pick('worker.1');
    await terminalText('worker>').waitFor();
    await editor.page.locator('.terminal.xterm.focus').waitFor();
    await editor.type('refund 42');
    await editor.press('Enter');
    await terminalText('got refund 42').waitFor();
    await editor.screenshot('panel-typed');
  });

  it('can be used by keyboard alone', async () => {
    await editor.runCommand('Twelve-Factor: Focus on Formation View');
    const focused = (label: string) =>
      editor.page.locator(`.monaco-list-row.focused[aria-label*="${label}"]`);
    await editor.press('Home');
    await focused('web, 1 of 1 running').waitFor();
    await editor.press('ArrowDown');
    await focused('web.1, running, port 5000').waitFor();
    await editor.press('Shift+F10');
    await editor.page.locator('.context-view .action-label', { hasText: 'Attach debugger' }).waitFor();
    await editor.press('Escape');
  });

  it('names what changed in the env file until the process is restarted', async () => {
    writeFileSync(join(editor.workspace, '.env'), 'GREETING=moin\nAPI_KEY=a-newer-key-for-the-test\n');
    await spoken('web.1, running, restart for API_KEY, GREETING').waitFor();
    await editor.screenshot('panel-changed');
    await editor.runCommand('Twelve-Factor: Restart formation');
    await spoken('web.1, running, port 5000').waitFor();
  });

  it('runs another Procfile when it is chosen, and shows which', async () => {
    await editor.runCommand('Twelve-Factor: Stop formation');
    await spoken('web.1, stopped').waitFor();
    await editor.runCommand('Twelve-Factor: Choose Procfile…');
    await editor.pick('for development');
    await row('crash').waitFor();
    await editor.page.getByText('Runs Procfile.dev').first().waitFor();
    await editor.runCommand('Twelve-Factor: Start formation');
    await spoken('crash.1, exit code 3').waitFor();
    await editor.screenshot('panel-crashed');
    await spoken('late.1, port 5100 not bound after 20 s').waitFor({ timeout: 60_000 });
    await editor.screenshot('panel-late');
  });

  it('filters the output', async () => {
    await editor.runCommand('Twelve-Factor: Filter output by process type…');
    await editor.screenshot('panel-filter');
    await editor.page.getByRole('checkbox', { name: 'late, node' }).click();
    await editor.press('Enter');
    await terminalText('no connection to the queue').waitFor();
    assert.equal(await editor.page.locator('.xterm-rows:visible', { hasText: 'late.1' }).count(), 0);
    await editor.screenshot('panel-filtered');
    await editor.runCommand('Twelve-Factor: Stop formation');
  });

  it('links stack lines to their files', async () => {
    await editor.runCommand('Terminal: Focus Terminal');
    await editor.runCommand('Terminal: Open Detected Link...');
    await editor.page.locator('.quick-input-widget:visible').getByText('web.js:11').first().waitFor();
    await editor.screenshot('panel-links');
    await editor.press('Escape');
  });

  it('shows times or none, and saves, copies and clears the output', async () => {
    const timed = editor.page.locator('.xterm-rows:visible > div').filter({ hasText: /^\d\d:\d\d:\d\d / });
    await timed.first().waitFor();
    await editor.runCommand('Twelve-Factor: Show or hide timestamps in output');
    await timed.first().waitFor({ state: 'detached' });
    await editor.screenshot('panel-without-times');
    await editor.runCommand('Twelve-Factor: Copy output');
    await editor.statusBar().filter({ hasText: 'Output copied' }).first().waitFor();
    await editor.runCommand('Twelve-Factor: Save output as…');
    const box = editor.page.locator('.quick-input-widget:visible input[type=text]').first();
    await box.waitFor();
    await editor.screenshot('panel-save');
    await box.press('Enter');
    await editor.page.locator('.tab.active', { hasText: 'orders.log' }).waitFor();
    assert.match(readFileSync(join(editor.workspace, 'orders.log'), 'utf8'), /no connection to the queue/);
    await editor.runCommand('Twelve-Factor: Clear output');
    await terminalText('no connection to the queue').waitFor({ state: 'detached' });
  });
});

describe('one-off processes', () => {
  let editor: OpenEditor;
  before(async () => {
    editor = await openEditor({
      workspace: orders,
      settings: { ...settings, 'workbench.colorTheme': 'Default High Contrast' },
    });
    await editor.openFile('Procfile');
    await editor.runCommand('View: Show Twelve-Factor');
  });
  after(() => editor?.close());

  it('are listed by kind, run in a terminal and tell their end', async () => {
    await editor.runCommand('Twelve-Factor: Run one-off process…');
    const list = editor.page.locator('.quick-input-widget:visible');
    await list.getByText('npm run migrate').or(list.getByText('node release.js --migrate')).first().waitFor();
    await editor.screenshot('one-off-list');
    await editor.pick('release');
    await editor.page.locator('.xterm-rows', { hasText: '2 migrations applied' }).first().waitFor();
    await editor.statusBar().filter({ hasText: 'release finished' }).first().waitFor();
    await editor.screenshot('one-off-run');
  });

  it('are remembered', async () => {
    await editor.runCommand('Twelve-Factor: Run one-off process…');
    await editor.page.locator('.quick-input-widget:visible').getByText('Run before').waitFor();
    await editor.screenshot('one-off-again');
    await editor.press('Escape');
    await editor.runCommand('Twelve-Factor: Run last one-off process again');
    await editor.page.locator('.xterm-rows', { hasText: '2 migrations applied' }).first().waitFor();
  });
});

describe('debugging a process type', () => {
  let editor: OpenEditor;
  before(async () => {
    editor = await openEditor({
      workspace: orders,
      settings: { ...settings, 'workbench.colorTheme': 'Default Light Modern' },
    });
    await editor.openFile('web.js');
    await editor.runCommand('View: Show Twelve-Factor');
  });
  after(() => editor?.close());

  it('starts it under the debugger of its language, with its port', async () => {
    await editor.runCommand('Twelve-Factor: Debug process');
    await editor.pick('web');
    await editor.page.locator('.debug-toolbar').waitFor();
    await editor.runCommand('View: Show Twelve-Factor');
    await editor.page.locator('[aria-label*="web.1, in the debugger"]').first().waitFor();
    await editor.runCommand('Debug Console: Focus on Debug Console View');
    await editor.page.locator('.repl', { hasText: 'http://localhost:5000' }).first().waitFor();
    await editor.screenshot('debugging');
    await editor.runCommand('Debug: Stop');
    await editor.page.locator('[aria-label*="web.1, stopped"]').first().waitFor();
  });

  it('starts all of them together, and ends them together', async () => {
    await editor.runCommand('Twelve-Factor: Debug formation');
    const debugged = (id: string) => editor.page.locator(`[aria-label*="${id}, in the debugger"]`).first();
    await editor.runCommand('View: Show Twelve-Factor');
    for (const id of ['web.1', 'worker.1', 'clock.1']) await debugged(id).waitFor();
    await editor.screenshot('debugging-formation');
    await editor.runCommand('Debug: Stop');
    for (const id of ['web.1', 'worker.1', 'clock.1']) await debugged(id).waitFor({ state: 'detached' });
  });

  it('attaches to a process that runs', async () => {
    const running = editor.page.locator('[aria-label*="web.1, running, port 5000"]').first();
    await editor.runCommand('View: Show Twelve-Factor');
    await editor.runCommand('Twelve-Factor: Start process');
    await editor.pick('web.1');
    await running.waitFor();
    await editor.runCommand('Twelve-Factor: Attach debugger to process');
    await editor.pick('web.1');
    await editor.page.locator('.debug-toolbar').waitFor();
    await editor.runCommand('Debug Console: Focus on Debug Console View');
    const answer = editor.page.locator('.repl', { hasText: "'port 5000'" }).first();
    // A debugger that is still attaching takes a question and never answers it.
    for (let answered = false; !answered; ) {
      await editor.type(['`port $', '{process.env.PORT}`'].join(''));
      await editor.press('Enter');
      answered = await answer.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
    }
    await editor.screenshot('attached');
    await editor.runCommand('Debug: Disconnect');
    await editor.runCommand('View: Show Twelve-Factor');
    await running.waitFor();
    await editor.runCommand('Twelve-Factor: Stop formation');
  });

  it('is offered by Run and Debug without a launch.json', async () => {
    await editor.runCommand('Debug: Select and Start Debugging');
    await editor.pick('Procfile');
    await editor.page.locator('.quick-input-widget:visible').getByText('Debug worker').first().waitFor();
    await editor.screenshot('debug-configurations');
    await editor.press('Escape');
  });
});

describe('a process with a terminal of its own', () => {
  let editor: OpenEditor;
  before(async () => {
    editor = await openEditor({
      workspace: orders,
      settings: { ...settings, 'twelveFactor.formation.terminals': true },
    });
    // A prompt of Node's own, which reads keys one by one, and knows whether it stands on a terminal.
    writeFileSync(join(editor.workspace, 'Procfile'), 'console: node -i\n');
    await editor.openFile('Procfile');
    await editor.runCommand('View: Show Twelve-Factor');
  });
  after(() => editor?.close());

  it('takes each key, and answers as in a shell', async () => {
    const text = (wanted: string) => editor.page.locator('.xterm-rows:visible', { hasText: wanted }).first();
    await editor.runCommand('Twelve-Factor: Start process');
    await editor.pick('console');
    await editor.page.locator('[aria-label*="console.1, running"]').first().waitFor();
    await editor.runCommand('Twelve-Factor: Type into process');
    await editor.pick('console.1');
    await editor.page.locator('.terminal.xterm.focus').waitFor();
    await editor.type(['`$', '{process.stdin.isTTY} $', '{process.stdout.columns > 20}`'].join(''));
    await editor.press('Enter');
    await text("'true true'").waitFor();
    // The prompt completes a name at a Tab, which a line at a time could not.
    await editor.type('process.exitCo');
    await editor.press('Tab');
    await text('process.exitCode').waitFor();
    await editor.screenshot('panel-terminal');
    await editor.runCommand('Twelve-Factor: Stop formation');
    await editor.page.locator('[aria-label*="console.1, stopped"]').first().waitFor();
  });
});

describe('several apps in one window', () => {
  let editor: OpenEditor;
  before(async () => {
    const theme = { 'workbench.colorTheme': 'Default Dark Modern' };
    editor = await openEditor({ workspace: 'test/apps/pair', settings: { ...settings, ...theme } });
    await editor.openFile('api/Procfile');
    await editor.runCommand('View: Show Twelve-Factor');
  });
  after(() => editor?.close());

  it('have a row each, and ports by their own env files', async () => {
    const row = (label: string) => editor.page.locator(`.monaco-list-row[aria-label^="${label}"]`).first();
    await row('api, stopped').waitFor();
    await row('site, stopped').waitFor();
    await editor.runCommand('Twelve-Factor: Start formation');
    await editor.pick('site');
    await row('web.1, running, port 6000').waitFor();
    await row('site, 1 of 1 running').waitFor();
    await editor.screenshot('several-apps');
    await editor.runCommand('Twelve-Factor: Stop formation');
    await editor.pick('site');
    await row('site, stopped').waitFor();
  });
});
