import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const guard = fileURLToPath(new URL('guard.mjs', import.meta.url));

/**
 * Starts a program that leaves nothing behind: when it ends, when `stop` is called or when we are gone, all that
 * came from it is ended and `folder` is removed.
 * Returns `{ stdout, log(), stop(), ended }`; `ended` resolves with the exit code when all of it is gone.
 */
export function startGuarded(command, args, { folder, env = {} }) {
  const child = spawn(process.execPath, [guard, randomUUID(), folder, command, ...args], {
    // A group of its own: Ctrl-C reaches us, and our end reaches the guard.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...cleanEnvironment(), ...temporary(folder), ...env },
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const output = [];
  const keep = (chunk) => output.push(chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const stop = () => {
    child.stdin.end();
    return ended;
  };
  return { stdout: child.stdout, log: () => output.join(''), stop, ended };
}

// What the editor's extensions put into the temporary folder (git's sockets) goes with the run. The path of a
// socket must stay below 104 bytes, which macOS' own temporary folder nearly fills.
function temporary(folder) {
  if (process.platform === 'win32' || folder.length > 50) return {};
  const path = join(folder, 'tmp');
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return { TMPDIR: path };
}

/** Our environment without what npm and an outer VS Code put there: the editor must not see them. */
export function cleanEnvironment() {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.filter(([name]) => !/^(npm_(?!config_)|VSCODE_|ELECTRON_|NODE_OPTIONS$)/i.test(name)),
  );
}
