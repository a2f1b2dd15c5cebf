import { execFileSync } from 'node:child_process';

/** What another program makes of a file, as JSON; rejects with what it has against it. */
export function python(script: string, ...words: readonly string[]): unknown {
  return JSON.parse(execFileSync('python3', ['-c', script, ...words], { encoding: 'utf8' }));
}

/** Whether a program can be run here. */
export function isInstalled(program: string, ...words: readonly string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
