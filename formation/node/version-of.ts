import { execFile } from 'node:child_process';
import { UntrustedWorkspaceError } from '../world';

const LONGEST_WAIT_MS = 5_000;
const MOST_BYTES = 16_384;

/**
 * What a program that is installed says of its own version, in all its words; undefined where there is none, or it
 * does not answer within some seconds. `command` is a program and its arguments; no shell reads it.
 * @throws {UntrustedWorkspaceError} where the workspace is not trusted: the program may come from it.
 */
export function versionOf(
  command: readonly [string, ...string[]],
  cwd: string,
  isTrusted: boolean,
): Promise<string | undefined> {
  if (!isTrusted) throw new UntrustedWorkspaceError();
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const options = { cwd, timeout: LONGEST_WAIT_MS, maxBuffer: MOST_BYTES, windowsHide: true };
    execFile(program, args, options, (error, stdout, stderr) => {
      // Some say it on stderr, as Java does.
      const told = `${stdout}\n${stderr}`.trim();
      resolve(error || told === '' ? undefined : told);
    });
  });
}
