import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const windows = process.platform === 'win32';

/** The full path of a program on PATH, or undefined. */
export function which(name) {
  const endings = windows ? (process.env.PATHEXT ?? '.EXE;.CMD').split(';') : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (folder && existsSync(path)) return path;
    }
  }
  return undefined;
}

/**
 * Runs a program to its end. `show: true` passes its output through as it comes.
 * Resolves to `{ code, output }`; never rejects for an exit code, only when the program cannot start.
 */
export function exec(command, args, { cwd, env, show = false, timeout } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows && /\.(cmd|bat)$/i.test(command),
      timeout,
    });
    const chunks = [];
    const collect = (target) => (chunk) => {
      chunks.push(chunk);
      if (show) target.write(chunk);
    };
    child.stdout.on('data', collect(process.stdout));
    child.stderr.on('data', collect(process.stderr));
    child.on('error', reject);
    let patience;
    child.on('close', (code) => {
      clearTimeout(patience);
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() });
    });
    // Something that was left behind may hold the pipes open; closing them here leads to `close`.
    child.on('exit', () => {
      patience = setTimeout(() => [child.stdout, child.stderr].map((pipe) => pipe.destroy()), 2000);
    });
  });
}

/** Like `exec`, but a failing program is an error that carries its output. */
export async function must(command, args, options) {
  const { code, output } = await exec(command, args, options);
  const shown = options?.show ? '' : `\n${output}`;
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with code ${code}${shown}`);
  return output;
}

/** Runs npm: the very one that started this script where there is one. */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return must(process.execPath, [cli, ...args], options);
  return must(windows ? 'npm.cmd' : 'npm', args, options);
}
