// Times the rename of one variable in a made-up repository: references, prepare and rename, request by request.
//
//   node test/bench/rename.mjs [--files N] [--rounds N] [--server PATH]
//
// Needs a build. Every tenth file reads the variable.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
    files: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '10' },
    server: { type: 'string', default: join(project, 'dist', 'server.js') },
  },
});
const count = Number(values.files);
const folder = mkdtempSync(join(tmpdir(), 'rename-'));

function write(path, text) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
  return text;
}

write('package.json', '{"private":true,"dependencies":{"express":"5"}}\n');
write('.env', 'SHOP_DATABASE=shop\nOTHER=1\n');
write('.env.example', 'SHOP_DATABASE=\nOTHER=\n');
write('Procfile', 'web: node src/0/file0.js $SHOP_DATABASE\n');
let first = '';
for (let at = 0; at < count; at++) {
  const read = at % 10 === 0 ? 'process.env.SHOP_DATABASE' : `process.env.OTHER_${at % 7}`;
  const lines = Array.from(
    { length: 120 },
    (_, line) => `function price${line}(a) { return a * ${at + line}; }`,
  );
  const text = write(`src/${at % 50}/file${at}.js`, `const value = ${read};\n${lines.join('\n')}\n`);
  if (at === 0) first = text;
}

const child = spawn(process.execPath, [values.server, '--stdio'], {
  cwd: folder,
  stdio: ['pipe', 'pipe', 'ignore'],
});
const connection = rpc.createProtocolConnection(
  new rpc.StreamMessageReader(child.stdout),
  new rpc.StreamMessageWriter(child.stdin),
);
connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
connection.onRequest('client/registerCapability', () => null);
connection.onRequest('workspace/diagnostic/refresh', () => null);
connection.listen();
const root = { uri: pathToFileURL(folder).href, name: 'app' };
await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: root.uri,
  workspaceFolders: [root],
  capabilities: {
    workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
  },
});
await connection.sendNotification('initialized', {});
const uri = pathToFileURL(join(folder, 'src/0/file0.js')).href;
await connection.sendNotification('textDocument/didOpen', {
  textDocument: { uri, languageId: 'javascript', version: 1, text: first },
});
const at = { textDocument: { uri }, position: { line: 0, character: 30 } };
const rename = () => connection.sendRequest('textDocument/rename', { ...at, newName: 'SHOP_STORE' });
// Refused until the folder has been read.
let edit = null;
while (!edit) edit = await rename().catch(() => setTimeout(100, null));
const times = [];
for (let round = 0; round < Number(values.rounds); round++) {
  const before = performance.now();
  edit = await rename();
  times.push(performance.now() - before);
}
times.sort((a, b) => a - b);
const edits = edit.documentChanges.reduce((sum, change) => sum + (change.edits?.length ?? 0), 0);
const ms = (value) => `${value.toFixed(0)} ms`;
console.log(
  `${count} files, ${edit.documentChanges.length} changed by ${edits} edits: median ${ms(times[times.length >> 1])}, slowest ${ms(times.at(-1))}`,
);
await connection.sendRequest('shutdown');
connection.dispose();
child.kill();
rmSync(folder, { recursive: true, force: true });
