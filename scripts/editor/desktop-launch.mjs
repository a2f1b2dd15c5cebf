// Downloads a desktop VS Code, installs the packaged extension into it and runs the suite there.
// Started by desktop-suite.mjs with one JSON argument.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests, runVSCodeCommand } from '@vscode/test-electron';
import { cache } from '../shared/paths.mjs';
import { quietSettings } from './settings.mjs';

const { version, vsix, folder, workspace, suite, report } = JSON.parse(process.argv[2]);
const profile = join(folder, 'user');
const place = [`--user-data-dir=${profile}`, `--extensions-dir=${join(folder, 'extensions')}`];
const download = { version, cachePath: cache };

const vscodeExecutablePath = await downloadAndUnzipVSCode(download);
mkdirSync(join(profile, 'User'), { recursive: true });
writeFileSync(join(profile, 'User', 'settings.json'), JSON.stringify(quietSettings));
const answer = await runVSCodeCommand(['--version', ...place], download);
const [exact] = answer.stdout.split(/\r?\n/);
await runVSCodeCommand(['--install-extension', vsix, '--force', ...place], download);
appendFileSync(report, `${JSON.stringify({ version: exact })}\n`);

await runTests({
  vscodeExecutablePath,
  extensionDevelopmentPath: suite.extension,
  extensionTestsPath: suite.entry,
  extensionTestsEnv: { TWELVE_FACTOR_RESULTS: report, TWELVE_FACTOR_EXPECTED_VSCODE: exact },
  launchArgs: [workspace, '--disable-gpu', ...place],
});
