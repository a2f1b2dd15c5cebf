// How long the language server needs for a monorepo, and how long its event loop is held up meanwhile.
//
//   npm run build
//   node test/bench/monorepo.mjs [--packages N] [--server PATH] [--folder PATH]
//
// Without a folder it makes up a monorepo of 2,000 npm packages.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { writeMonorepo } from './monorepo-tree.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const rpc = createRequire(import.meta.url)('vscode-languageserver-protocol/node');
const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: '2000' },
    server: { type: 'string', default: join(project, 'dist', 'server.js') },
    folder: { type: 'string' },
    scope: { type: 'string', default: 'workspace' },
  },
});

class Server {
  constructor(work, folder) {
    this.report = join(work, 'event-loop.json');
    this.folder = { uri: pathToFileURL(folder).href, name: 'monorepo' };
    const preload = join(project, 'test/bench/event-loop.cjs');
    this.child = spawn(
      process.execPath,
      ['--liftoff-only', ...process.execArgv, '--require', preload, values.server, '--stdio'],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: { ...process.env, EVENT_LOOP_REPORT: this.report },
      },
    );
    this.connection = rpc.createProtocolConnection(
      new rpc.StreamMessageReader(this.child.stdout),
      new rpc.StreamMessageWriter(this.child.stdin),
    );
    const section = { diagnostics: { scope: values.scope } };
    this.connection.onRequest('workspace/configuration', ({ items }) => items.map(() => section));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.connection.onRequest('workspace/codeLens/refresh', () => null);
    this.connection.listen();
  }

  async start() {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: this.folder.uri,
      workspaceFolders: [this.folder],
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
      },
    });
    await this.measured();
    await this.connection.sendNotification('initialized', {});
  }

  /** Resolves once the folder is read. */
  async read() {
    for (;;) {
      const params = { folder: this.folder.uri, prune: true };
      if ((await this.connection.sendRequest('twelveFactor/baseline', params)) !== null) return;
      await setTimeout(50);
    }
  }

  /** Resolves with the number of findings once all are told. */
  async pull() {
    const partialResultToken = 'parts';
    const count = (items) => items.reduce((sum, item) => sum + item.items.length, 0);
    let found = 0;
    this.connection.onProgress(new rpc.ProgressType(), partialResultToken, ({ items }) => {
      found += count(items);
    });
    // As the editor asks: what is found is sent bit by bit.
    const params = { previousResultIds: [], partialResultToken };
    const { items } = await this.connection.sendRequest('workspace/diagnostic', params);
    return found + count(items);
  }

  /** How long the event loop was held up since the last call. */
  async measured() {
    rmSync(this.report, { force: true });
    this.child.kill('SIGUSR2');
    while (!existsSync(this.report)) await setTimeout(5);
    return JSON.parse(readFileSync(this.report, 'utf8'));
  }

  async stop() {
    const ended = new Promise((settle) => this.child.once('exit', settle));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
  }
}

function line(what, start, { max, p99, rss }, more = '') {
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  console.log(
    `${what.padEnd(34)} ${seconds} s   longest hold-up ${max.toFixed(0).padStart(4)} ms   p99 ${p99.toFixed(0).padStart(3)} ms   ${(rss / 1e6).toFixed(0)} MB ${more}`,
  );
}

const work = mkdtempSync(join(tmpdir(), 'twelve-factor-monorepo-'));
const folder = values.folder ? resolve(values.folder) : join(work, 'repo');
if (!values.folder) console.log(writeMonorepo(folder, Number(values.packages)));
const server = new Server(work, folder);
try {
  let start = performance.now();
  await server.start();
  await server.read();
  line('reading the folder', start, await server.measured());
  start = performance.now();
  const count = await server.pull();
  line('all findings', start, await server.measured(), `${count} findings`);
  const uri = `${server.folder.uri}/package.json`;
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  const textDocument = { uri, languageId: 'json', version: 1, text };
  start = performance.now();
  await server.connection.sendNotification('textDocument/didOpen', { textDocument });
  const position = { line: 3, character: 4 };
  await server.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const change = {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: text.replace('5.9.2', '5.9.3') }],
  };
  await server.connection.sendNotification('textDocument/didChange', change);
  await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  line('an edit of the top manifest', start, await server.measured());
} finally {
  await server.stop();
  rmSync(work, { recursive: true, force: true });
}
