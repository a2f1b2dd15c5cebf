// Runs the suite inside the extension host: in desktop builds of VS Code where they can be downloaded and shown,
// else in the npm-delivered editors. Usage:
//   node scripts/suite.mjs [part of a test file's path] [--floor | --newest] [--npm | --desktop] [--vsix PATH]
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { desktopIsPossible, keepAnswer } from './editor/desktop-probe.mjs';
import { displayMissing, runOnDesktop } from './editor/desktop-suite.mjs';
import { installEditor } from './editor/install.mjs';
import { runInPage } from './editor/page-suite.mjs';
import { makePageWorkspace } from './editor/page-workspace.mjs';
import { printResults } from './editor/results.mjs';
import { bundleSuite } from './editor/suite-bundle.mjs';
import { editors } from './editor/versions.mjs';
import { packageExtension } from './editor/vsix.mjs';
import { copyWorkspace } from './editor/workspace.mjs';
import { printFailures } from './shared/failures.mjs';

const flag = { type: 'boolean' };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { floor: flag, newest: flag, npm: flag, desktop: flag, vsix: { type: 'string' } },
});

/** The suites, each below test/vscode, with what it opens and the editors it runs in where none is asked for. */
const suites = {
  suite: {
    prepare: (folder) => copyWorkspace('examples/storefront', folder),
    editors: Object.keys(editors),
  },
  pages: { prepare: makePageWorkspace, editors: ['newest'] },
};

async function main() {
  const vsix = values.vsix ?? (await packageExtension());
  const chosen = Object.keys(editors).filter((name) => values[name]);
  let passed = 0;
  let failed = 0;
  const titles = [];
  for (const [name, { prepare, editors: usual }] of Object.entries(suites)) {
    const suite = await bundleSuite(name, positionals[0]);
    try {
      if (suite.isEmpty) continue;
      for (const editor of chosen.length > 0 ? chosen : usual) {
        const results = await runOn(editor, { vsix, suite, prepare });
        printResults(results);
        passed += results.passed;
        failed += results.failed;
        titles.push(...namesOf(results, editor));
      }
    } finally {
      rmSync(suite.extension, { recursive: true, force: true });
    }
  }
  printFailures(titles);
  console.log(`editor: ${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

function namesOf({ tests, finished }, editor) {
  const names = tests.filter(({ error }) => error !== undefined).map(({ title }) => title);
  if (!finished) names.push('the suite did not end');
  return names.map((name) => `${name} (${editor})`);
}

async function runOn(name, task) {
  if (values.desktop) return onDesktop(name, task);
  if (!values.npm && (await desktopIsPossible())) {
    const results = await onDesktop(name, task);
    if (results.started) return results;
    console.log('The desktop VS Code does not start here; taking the editor from npm.');
    keepAnswer(false);
  }
  return fromNpm(name, task);
}

async function onDesktop(name, task) {
  const missing = displayMissing();
  if (missing) throw new Error(missing);
  const version = name === 'newest' ? 'stable' : editors[name].vscode;
  const results = await runOnDesktop({ ...task, version });
  console.log(`VS Code ${results.version ?? version}, desktop`);
  if (!results.finished) console.log(results.log.split('\n').slice(-60).join('\n'));
  return results;
}

async function fromNpm(name, task) {
  const editor = await installEditor(name);
  console.log(`VS Code ${editor.version}, from npm`);
  return runInPage({ ...task, editor });
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  return 1;
});
