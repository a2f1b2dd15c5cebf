import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { freePort } from '../shared/free-port.mjs';
import { out } from '../shared/paths.mjs';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { readResults } from './results.mjs';
import { makeRunFolder, startServer } from './server.mjs';

const limit = 540_000;

/**
 * Runs the compiled suite inside the extension host of the npm-delivered editor, in the folder or workspace file that
 * `prepare(folder)` makes there.
 * Resolves to the results of `results.mjs`; a suite that did not end within nine minutes counts as failed.
 */
export async function runInPage({ editor, vsix, suite, prepare }) {
  const executablePath = await findChromium();
  const folder = makeRunFolder();
  const report = join(folder, 'results.ndjson');
  const workspace = await prepare(folder);
  const env = { TWELVE_FACTOR_RESULTS: report, TWELVE_FACTOR_EXPECTED_VSCODE: editor.version };
  // What else runs on this machine may have the usual port.
  const settings = { 'twelveFactor.formation.basePort': await freePort() };
  const server = await startServer(editor, { folder, vsix: [vsix], automation: true, settings, env });
  let browser;
  try {
    browser = await chromium.launch({ executablePath, args: chromiumFlags });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const { code, log } = await runSuite(page, server, workspace, suite);
    const results = readResults(report);
    if (!results.finished) await explain(page, code, [server.log(), ...log], editor);
    return results;
  } finally {
    await browser?.close();
    await server.stop();
  }
}

async function runSuite(page, server, workspace, { extension, entry }) {
  const log = [];
  const exited = new Promise((resolve) => {
    page.exposeFunction('codeAutomationExit', resolve);
    page.on('crash', () => resolve('page crashed'));
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    log.push(`${type}: ${args.map(String).join(' ')}`);
  });
  const remote = (path) => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(entry)],
  ];
  await page.goto(server.urlOf(workspace, payload));
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, limit, 'no end');
  });
  const code = await Promise.race([exited, late, server.ended.then(() => 'editor ended')]);
  clearTimeout(timer);
  return { code, log };
}

async function explain(page, code, log, editor) {
  const picture = join(out, 'screenshots', `suite-${editor.version}.png`);
  mkdirSync(join(out, 'screenshots'), { recursive: true });
  const seen = await page.screenshot({ path: picture }).then(() => picture, String);
  console.log(`The suite did not finish (${code}). Screenshot: ${seen}`);
  console.log(log.join('\n').split('\n').slice(-60).join('\n'));
}
