// npm run test:desktop: the suite inside the extension host of the desktop VS Code, the newest stable one.
// Usage: npm run test:desktop -- [part of a test file's path] [--floor]
import { ensureDependencies } from './shared/dependencies.mjs';
import { exec } from './shared/exec.mjs';
import { root } from './shared/paths.mjs';

await ensureDependencies();
const rest = process.argv.slice(2);
const editor = rest.includes('--floor') ? [] : ['--newest'];
const args = ['scripts/suite.mjs', '--desktop', ...editor, ...rest];
const { code } = await exec(process.execPath, args, { cwd: root, show: true });
process.exitCode = code;
