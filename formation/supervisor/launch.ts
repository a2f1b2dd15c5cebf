import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { type Check, hasShape, isCount, isFlag, isListOf, isText } from './check';
import type { Place } from './endpoint';

/** What a supervisor is told at its start, as one line on its standard input. */
export interface SupervisorConfig {
  readonly root: string;
  readonly storageDir: string;
  readonly trusted: boolean;
  /** Milliseconds that processes go on without any window. */
  readonly detachGraceMs: number;
  /** Where the native module may be that makes terminals; the first that loads is taken. */
  readonly ptyModules: readonly string[];
}

export const isSupervisorConfig: Check<SupervisorConfig> = hasShape<SupervisorConfig>({
  root: isText,
  storageDir: isText,
  trusted: isFlag,
  detachGraceMs: isCount,
  ptyModules: isListOf(isText),
});

/** All that a supervisor ever writes on its standard output, once it can be reached. */
export const readyLine = 'ready';

const longestLaunchMs = 15_000;

/** What our own helpers need of the environment. Nothing of the app's env files ever reaches them. */
const needed = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'LANG',
  'LC_ALL',
  'TMPDIR',
  'TEMP',
  'TMP',
  'XDG_RUNTIME_DIR',
  'SystemRoot',
  'windir',
  'ComSpec',
  'PATHEXT',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
];

export function helperEnv(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept = needed.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return Object.fromEntries(kept);
}

/** Starts a supervisor that outlives this program; resolves once it can be reached. */
export async function launchSupervisor(path: string, place: Place, config: SupervisorConfig): Promise<void> {
  const errors = openSync(place.errors, 'w', 0o600);
  const child = spawn(process.execPath, [path], {
    cwd: place.directory,
    env: { ...helperEnv(process.env), ELECTRON_RUN_AS_NODE: '1' },
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'pipe', errors],
  });
  closeSync(errors);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(`${JSON.stringify(config)}\n`);
  try {
    await ready(child, place);
  } finally {
    child.stdout?.destroy();
    child.unref();
  }
}

function ready(child: ChildProcess, place: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => {
      clearTimeout(timer);
      reject(new Error(`The formation's supervisor ${what}. Its errors are in ${place.errors}.`));
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail('was not ready in time');
    }, longestLaunchMs);
    child.once('error', () => fail('could not be started'));
    child.once('exit', () => fail('ended at its start'));
    child.stdout?.once('data', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Starts a shell script of ours in a session of its own, with nothing but a pipe to its standard input. */
export function startScript(script: string, ...words: readonly string[]): ChildProcess {
  return spawn('/bin/sh', ['-c', script, 'sh', ...words], {
    cwd: '/',
    env: helperEnv(process.env),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
}
