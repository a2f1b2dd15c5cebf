// Times edit → diagnostics of the language server beside an empty server and ESLint's, edit by edit in one run.
//
//   node test/bench/latency.mjs [--lines N] [--edits N] [--server PATH] [--no-eslint]
//
// Needs a build. ESLint and its server come from npm into .vscode-test/bench.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import rpc from 'vscode-languageserver/node';

const project = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000' },
    edits: { type: 'string', default: '60' },
    server: { type: 'string', default: join(project, 'dist', 'server.js') },
    'no-eslint': { type: 'boolean', default: false },
  },
});

const GAP = 150;
const WARM_UP = 6;

/** An app's file: mostly plain code, and every fifty lines something that a rule looks at. */
function source(lines) {
  const text = ["const express = require('express');", 'const app = express();'];
  for (let at = 0; text.length < lines; at++) {
    if (at % 10 === 9) text.push(`app.listen(${3000 + at});`);
    text.push(
      `function price${at}(order, rates) {`,
      `  const rate = rates[order.currency] ?? process.env.RATE_${at};`,
      '  if (!order.items.length) return 0;',
      `  return order.items.reduce((sum, item) => sum + item.count * item.price * rate, ${at});`,
      '}',
    );
  }
  return `${text.join('\n')}\n`;
}

const EMPTY = `
const { createConnection, ProposedFeatures, TextDocuments } = require(${JSON.stringify(join(project, 'node_modules/vscode-languageserver/lib/node/main.js'))});
const { TextDocument } = require(${JSON.stringify(join(project, 'node_modules/vscode-languageserver-textdocument'))});
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: 2, diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } }));
connection.languages.diagnostics.on(() => ({ kind: 'full', items: [] }));
documents.listen(connection);
connection.listen();
`;

const RULES = `module.exports = [{ files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' }, rules: {
  'no-unused-vars': 1, 'no-undef': 1, 'no-unreachable': 1, 'no-fallthrough': 1, 'no-empty': 1, 'no-redeclare': 1,
  'no-dupe-keys': 1, 'no-cond-assign': 1, 'no-self-assign': 1, 'valid-typeof': 1, 'prefer-const': 1, eqeqeq: 1 } }];
`;

const ESLINT_SETTINGS = {
  validate: 'on',
  run: 'onType',
  quiet: false,
  format: false,
  onIgnoredFiles: 'off',
  experimental: {},
  options: {},
  rulesCustomizations: [],
  problems: { shortenToSingleLine: false },
  codeAction: { disableRuleComment: { enable: false }, showDocumentation: { enable: false } },
  codeActionOnSave: { mode: 'all' },
  workingDirectory: { mode: 'location' },
  useFlatConfig: true,
};

/** One server under test and the document it holds. */
class Server {
  times = [];
  #document;
  #waiting = new Map();

  constructor(name, args, folder, settings) {
    this.name = name;
    this.folder = folder;
    this.child = spawn(process.execPath, [...args, '--stdio'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const reader = new rpc.StreamMessageReader(this.child.stdout);
    this.connection = rpc.createProtocolConnection(reader, new rpc.StreamMessageWriter(this.child.stdin));
    this.connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(() => settings && { ...settings, workspaceFolder: this.workspaceFolder }),
    );
    this.connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onNotification('textDocument/publishDiagnostics', ({ version, diagnostics }) => {
      this.found = diagnostics.length;
      this.#waiting.get(version)?.();
    });
    this.connection.listen();
  }

  get workspaceFolder() {
    return { uri: pathToFileURL(this.folder).href, name: 'app' };
  }

  async open(text) {
    const { capabilities } = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: this.workspaceFolder.uri,
      workspaceFolders: [this.workspaceFolder],
      capabilities: {
        textDocument: { publishDiagnostics: { versionSupport: true }, diagnostic: {} },
        workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
      },
    });
    this.pulls = capabilities.diagnosticProvider !== undefined;
    const uri = pathToFileURL(join(this.folder, 'server.js')).href;
    this.#document = { uri, version: 1 };
    await this.connection.sendNotification('initialized', {});
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'javascript', version: 1, text },
    });
    await this.#diagnostics();
  }

  /** Types a character and takes it away again, by turns; gives the milliseconds until the diagnostics are there. */
  async edit(line, insert) {
    this.#document.version++;
    const start = { line, character: 2 };
    const range = { start, end: insert ? start : { line, character: 3 } };
    const before = performance.now();
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: this.#document,
      contentChanges: [{ range, text: insert ? 'x' : '' }],
    });
    await this.#diagnostics();
    return performance.now() - before;
  }

  async #diagnostics() {
    const { uri, version } = this.#document;
    if (this.pulls) {
      const report = await this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
      this.found = report.items.length;
      return;
    }
    await new Promise((resolve) => this.#waiting.set(version, resolve));
    this.#waiting.delete(version);
  }

  async stop() {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
  }
}

function eslintServer() {
  const cache = join(project, '.vscode-test', 'bench');
  const program = join(cache, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server');
  if (!existsSync(program)) {
    mkdirSync(cache, { recursive: true });
    if (!existsSync(join(cache, 'package.json')))
      writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    const packages = ['vscode-langservers-extracted', 'eslint'];
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', cache, ...packages], {
      stdio: 'inherit',
    });
  }
  return { program, nodePath: join(cache, 'node_modules') };
}

function start(work) {
  const empty = join(work, 'empty.cjs');
  writeFileSync(empty, EMPTY);
  const servers = [
    new Server('empty server', [empty], work),
    new Server('twelve-factor', ['--liftoff-only', values.server], work),
  ];
  if (!values['no-eslint']) {
    const { program, nodePath } = eslintServer();
    writeFileSync(join(work, 'eslint.config.js'), RULES);
    servers.push(new Server('eslint', [program], work, { ...ESLINT_SETTINGS, nodePath }));
  }
  return servers;
}

function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const work = mkdtempSync(join(tmpdir(), 'twelve-factor-latency-'));
const text = source(Number(values.lines));
writeFileSync(join(work, 'package.json'), '{ "private": true, "dependencies": { "express": "*" } }\n');
writeFileSync(join(work, 'server.js'), text);
const servers = start(work);
try {
  for (const server of servers) await server.open(text);
  const line = Math.floor(Number(values.lines) / 2);
  for (let at = 0; at < Number(values.edits) + WARM_UP; at++) {
    for (const server of servers) {
      const time = await server.edit(line, at % 2 === 0);
      if (at >= WARM_UP) server.times.push(time);
      await setTimeout(GAP / servers.length);
    }
  }
  const [floor] = servers;
  console.log(`${text.split('\n').length - 1} lines, ${values.edits} edits, milliseconds`);
  for (const { name, times, found } of servers) {
    const [middle, high] = [quantile(times, 0.5), quantile(times, 0.95)];
    const ratio = high / quantile(floor.times, 0.95);
    console.log(
      `${name.padEnd(16)} p50 ${middle.toFixed(1).padStart(6)}   p95 ${high.toFixed(1).padStart(6)}   p95 ÷ empty ${ratio.toFixed(1).padStart(5)}   ${found} diagnostics`,
    );
  }
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(work, { recursive: true, force: true });
}
