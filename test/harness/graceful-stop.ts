import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { MemoryApp } from './app';

const RULE = 'disposability/no-sigterm-handler';

/** The text of a file after the rule's fix, with nothing left to report. */
export async function withGracefulStop(
  files: Readonly<Record<string, string>>,
  path: string,
): Promise<string> {
  const app = new MemoryApp(files);
  const finding = (await app.check(path)).find(({ rule }) => rule === RULE);
  assert.ok(finding, `${path}: nothing found`);
  const [fix] = await app.fixes(finding);
  assert.ok(fix, `${path}: no fix`);
  app.apply(fix.edits);
  assert.deepEqual(
    (await app.check(path)).filter(({ rule }) => rule === RULE),
    [],
  );
  return app.files.get(path) ?? '';
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** What became of a program that got SIGTERM with work in its hands. */
export interface Stopped {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly body: string;
  readonly output: readonly string[];
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Added to ours. */
  readonly env?: Readonly<Record<string, string>>;
  /** Undefined for a worker, which prints what it does. */
  readonly port?: number;
}

/**
 * Starts a program that prints `ready`, sends it a request, and SIGTERM once it has printed `busy`; a worker gets
 * SIGTERM at its first `busy`.
 */
export async function stopWhileBusy({ command, args, cwd, env, port }: Program): Promise<Stopped> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env, PORT: String(port ?? ''), PYTHONUNBUFFERED: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const output: string[] = [];
  const ended = once(child, 'close');
  let body: Promise<string> | undefined;
  for await (const line of createInterface({ input: outputOf(child) })) {
    output.push(line);
    if (line === 'ready' && port !== undefined) body = bodyOf(port);
    if (line === 'busy') child.kill('SIGTERM');
  }
  const [code, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  return { code, signal, body: (await body) ?? '', output };
}

function outputOf({ stdout }: ChildProcess): NonNullable<ChildProcess['stdout']> {
  assert.ok(stdout);
  return stdout;
}

function bodyOf(port: number): Promise<string> {
  return new Promise((resolve) => {
    get({ port, host: '127.0.0.1', path: '/', agent: false }, async (response) => {
      let text = '';
      try {
        for await (const chunk of response) text += String(chunk);
      } catch (error) {
        text += `cut off: ${String(error)}`;
      }
      resolve(text);
    }).on('error', (error) => resolve(`cut off: ${String(error)}`));
  });
}
