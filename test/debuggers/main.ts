// Launches process types as the formation panel does, in the debuggers of Python and Go themselves: each must stop at a
// breakpoint with the formation's PORT in its environment, and the program must go on from there.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { launchOf } from '../../client/debug/choose';
import { configurationOf } from '../../client/debug/configuration';
import { DebugAdapter } from './dap';

interface Sample {
  readonly command: string;
  readonly files: Readonly<Record<string, string>>;
  /** Where it must stop. */
  readonly at: readonly [file: string, line: number];
  readonly expression: string;
}

const port = '5123';
const worker = "import os\n\nport = os.environ['PORT']\nprint('working', port)\n";
const app =
  'import os\n\n\ndef app(environ, start):\n    start("200 OK", [])\n    return [b"ok"]\n\n\nport = os.environ["PORT"]\nprint(port)\n';
const program =
  'package main\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc main() {\n\tport := os.Getenv("PORT")\n\tfmt.Println(port)\n}\n';

const samples: readonly Sample[] = [
  {
    command: 'python worker.py --once',
    files: { 'worker.py': worker },
    at: ['worker.py', 4],
    expression: 'port',
  },
  {
    command: 'cd jobs && python -m worker',
    files: { 'jobs/worker.py': worker },
    at: ['jobs/worker.py', 4],
    expression: 'port',
  },
  {
    command: 'flask --app shop run --port $PORT',
    files: {
      'shop.py': `from flask import Flask\n${app.replace('def app', 'def other')}app = Flask(__name__)\n`,
    },
    at: ['shop.py', 11],
    expression: 'port',
  },
  {
    command: 'go run ./cmd/web',
    files: { 'go.mod': 'module shop\n\ngo 1.21\n', 'cmd/web/main.go': program },
    at: ['cmd/web/main.go', 10],
    expression: 'port',
  },
];

/** Where the debuggers are installed, once. */
const tools = join(tmpdir(), 'twelve-factor-debuggers');

async function adapterFor(type: string, folder: string): Promise<DebugAdapter> {
  if (type === 'debugpy') {
    const python = join(tools, 'venv', 'bin', 'python');
    if (!existsSync(python)) execFileSync('python3', ['-m', 'venv', join(tools, 'venv')]);
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', 'debugpy', 'flask']);
    const { stdout, stdin } = spawn(python, ['-m', 'debugpy.adapter'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return new DebugAdapter(stdout, stdin);
  }
  const delve = join(tools, 'bin', 'dlv');
  if (!existsSync(delve))
    execFileSync('go', ['install', 'github.com/go-delve/delve/cmd/dlv@latest'], {
      env: { ...process.env, GOBIN: dirname(delve) },
      stdio: 'inherit',
    });
  const socket = connect(await listening(delve, folder), '127.0.0.1');
  return new DebugAdapter(socket, socket);
}

/** The port at which Delve waits for its one client; it builds in the module it is started in, as the Go extension does. */
async function listening(delve: string, cwd: string): Promise<number> {
  const { stdout } = spawn(delve, ['dap', '--listen', '127.0.0.1:0'], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(stdout, 'data');
  return Number(/:(\d+)\s*$/.exec(String(said))?.[1]);
}

async function stopsWithPort({ command, files, at: [file, line], expression }: Sample): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'twelve-factor-debug-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const has = (path: string) => existsSync(join(root, path));
    const launch = launchOf(
      command,
      { PORT: port },
      { has, scripts: () => undefined, interpreter: () => undefined },
    );
    if ('problem' in launch) throw new Error(launch.problem);
    const [way] = launch.ways;
    if (!way) throw new Error('no way');
    const started = { name: 'web.1', root, env: { ...process.env, PORT: port }, inherited: process.env };
    const configuration = configurationOf(launch, way, {
      ...started,
      env: Object.fromEntries(Object.entries(started.env).map(([key, value]) => [key, value ?? ''])),
    });
    const adapter = await adapterFor(way.type, root);
    await adapter.request('initialize', { adapterID: way.type, pathFormat: 'path', linesStartAt1: true });
    // Some adapters answer only when the program runs.
    const launched = adapter.request('launch', configuration);
    await Promise.race([adapter.event('initialized'), launched.then(() => adapter.event('initialized'))]);
    await adapter.request('setBreakpoints', {
      source: { path: join(root, file) },
      breakpoints: [{ line }],
    });
    await adapter.request('configurationDone', {});
    await launched;
    const { threadId } = await adapter.event('stopped');
    const { stackFrames } = await adapter.request('stackTrace', { threadId });
    const [top] = Array.isArray(stackFrames) ? stackFrames : [];
    const { result } = await adapter.request('evaluate', { expression, frameId: top.id });
    await adapter.request('continue', { threadId });
    await adapter.request('disconnect', { terminateDebuggee: true });
    return String(result);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const outcomes: boolean[] = [];
for (const sample of samples) {
  const said = await stopsWithPort(sample).catch(String);
  const isRight = said.replace(/["']/g, '') === port;
  outcomes.push(isRight);
  console.log(`${isRight ? '✓' : '✗'} ${sample.command}: ${sample.expression} is ${said}`);
}
process.exit(outcomes.every(Boolean) ? 0 : 1);
