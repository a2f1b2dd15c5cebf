// Starts a program and outlives whoever asked for it: when its stdin closes, for whatever reason (an end, Ctrl-C,
// a crash, a SIGKILL), it ends the program with all its offspring and removes the folder of the run.
// Usage: node guard.mjs RUN FOLDER COMMAND ARGS…
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { marker, sweep } from './sweep.mjs';

const [run, folder, command, ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  env: { ...process.env, [marker]: run },
  stdio: ['ignore', 'inherit', 'inherit'],
});

async function finish(code) {
  await sweep(child.pid, run);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.exit(code);
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => finish(0));
child.on('error', () => finish(1));
child.on('exit', (code) => finish(code ?? 1));
process.stdin.on('end', () => finish(0));
process.stdin.resume();
