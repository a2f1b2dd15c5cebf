// Finds undeclared dependencies of JavaScript apps with depcheck, knip, eslint-plugin-n and twelve-factor, side by
// side: without the apps' packages installed, as on a fresh clone, and with them.
//
//   npm run build
//   node test/bench/dependencies.mjs [APP…] [--no-installed]
//
// Without apps it takes two that it makes itself, of which it knows every undeclared package. An APP is a folder with a
// package.json and is copied; what is undeclared in it nobody knows beforehand, so only what each tool tells is shown. The
// tools come from npm into .vscode-test/bench-dependencies, and with an app's packages so do they into a temporary folder.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { apps } from './dependency-apps.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(project, '.vscode-test', 'bench-dependencies');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-installed': { type: 'boolean', default: false } },
});

/** Each gives what it runs in a folder, and reads the undeclared packages out of what that prints. */
const TOOLS = {
  'twelve-factor': {
    args: (folder) => [join(project, 'dist/cli.js'), 'check', folder, '--format', 'json'],
    read: (out) =>
      JSON.parse(out)
        .findings.filter(({ rule }) => rule === 'dependencies/undeclared-import')
        .map(({ message }) => message.split(' ', 1)[0]),
  },
  depcheck: {
    // It knows no workspaces: each package is an app of its own to it.
    each: true,
    args: (folder) => [join(cache, 'node_modules/depcheck/bin/depcheck.js'), folder, '--json'],
    read: (out) => Object.keys(JSON.parse(out).missing),
  },
  knip: {
    args: () => [
      join(cache, 'node_modules/knip/bin/knip.js'),
      '--include',
      'unlisted',
      '--reporter',
      'json',
      '--no-exit-code',
    ],
    read: (out) =>
      JSON.parse(out).issues.flatMap(({ unlisted = [] }) => unlisted.map(({ name }) => packageOf(name))),
  },
  'eslint-plugin-n': {
    args: (folder) => [
      join(cache, 'node_modules/eslint/bin/eslint.js'),
      '--no-config-lookup',
      '-c',
      join(cache, 'eslint.config.mjs'),
      '--format',
      'json',
      folder,
    ],
    read: (out) =>
      JSON.parse(out).flatMap(({ messages }) =>
        messages.flatMap(({ ruleId, message }) => {
          const name = /["']([^"']+)["']/.exec(message.replace("Can't", ''))?.[1];
          return ESLINT_RULES.test(ruleId) && name ? [packageOf(name)] : [];
        }),
      ),
  },
};

/** Its recommended rules, and the parser without which it reads no TypeScript. */
const ESLINT = `import n from 'eslint-plugin-n';
import parser from '@typescript-eslint/parser';
export default [
  ...n.configs['flat/mixed-esm-and-cjs'],
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser },
    plugins: { n },
    rules: n.configs['flat/recommended-module'].rules,
  },
];
`;
const ESLINT_RULES = /^n\/no-(?:extraneous|missing)-(?:import|require)$/;

/** Of a relative path nothing. */
function packageOf(specifier) {
  if (/^[./]/.test(specifier)) return '';
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function installTools() {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'eslint.config.mjs'), ESLINT);
  if (existsSync(join(cache, 'node_modules/depcheck'))) return;
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  const wanted = [
    'depcheck@1',
    'knip@5',
    'eslint@9',
    'eslint-plugin-n@17',
    '@typescript-eslint/parser@8',
    'typescript@5',
  ];
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', cache, ...wanted];
  execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

function run(tool, folder) {
  const parts = tool.each ? packagesIn(folder) : [folder];
  const results = parts.map((part) => runOnce(tool, part));
  const failed = results.find((one) => one.failed)?.failed;
  const seconds = results.reduce((sum, one) => sum + one.seconds, 0);
  return { seconds, failed, found: new Set(results.flatMap(({ found = [] }) => [...found])) };
}

/** The folders that hold a package.json, but for what is installed. */
function packagesIn(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => !path.includes('node_modules'));
  return paths.filter((path) => basename(path) === 'package.json').map((path) => dirname(join(folder, path)));
}

function runOnce({ args, read }, folder) {
  const start = performance.now();
  const { stdout, stderr, error } = spawnSync(process.execPath, args(folder), {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    timeout: 600_000,
  });
  const seconds = (performance.now() - start) / 1000;
  try {
    if (error) throw error;
    return { seconds, found: new Set(read(stdout).filter((name) => name !== '')) };
  } catch (cause) {
    return {
      seconds,
      failed: String(stderr || cause)
        .trim()
        .split('\n')[0]
        .slice(0, 100),
    };
  }
}

function compare(name, folder, known, state) {
  for (const [tool, how] of Object.entries(TOOLS)) {
    const { seconds, found, failed } = run(how, folder);
    const cells = failed
      ? [`failed: ${failed}`]
      : known
        ? against(found, known)
        : [`${found.size} told: ${[...found].sort().join(' ')}`];
    console.log(`| ${[name, state, tool, ...cells, seconds.toFixed(1)].join(' | ')} |`);
  }
}

function against(found, known) {
  const hits = known.filter((one) => found.has(one));
  const missed = known.filter((one) => !found.has(one));
  const wrong = [...found].filter((one) => !known.includes(one));
  const named = (list) =>
    list.length === 0
      ? '0'
      : `${list.length} (${list.slice(0, 4).join(', ')}${list.length > 4 ? ', …' : ''})`;
  return [`${hits.length} of ${known.length}`, named(missed), named(wrong)];
}

function install(folder) {
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'];
  return (
    spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], timeout: 600_000 }).status ===
    0
  );
}

function write(root, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const work = mkdtempSync(join(tmpdir(), 'twelve-factor-dependencies-'));
try {
  installTools();
  const version = (name) =>
    JSON.parse(readFileSync(join(cache, 'node_modules', name, 'package.json'), 'utf8')).version;
  console.log(['depcheck', 'knip', 'eslint-plugin-n'].map((name) => `${name} ${version(name)}`).join(', '));
  console.log('| app | packages | tool | found | missed | wrong | seconds |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  const own = positionals.length === 0;
  const list = own
    ? apps
    : positionals.map((path) => ({
        name: basename(resolve(path)),
        from: resolve(path),
        undeclared: undefined,
      }));
  for (const { name, from, files, undeclared } of list) {
    const folder = join(work, name);
    if (files) write(folder, files);
    else
      cpSync(from, folder, {
        recursive: true,
        filter: (path) => !/\/(?:node_modules|\.git)(?:\/|$)/.test(path.slice(from.length)),
      });
    compare(name, folder, undeclared, 'not installed');
    if (values['no-installed']) continue;
    if (install(folder)) compare(name, folder, undeclared, 'installed');
    else console.log(`| ${name} | installed | npm install failed | | | | |`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
