import { readFileSync, statSync } from 'node:fs';
import { codeOf } from '../formation/node/errors';
import { CannotRun } from './terminal';

/** Bytes; no Procfile or env file has more. */
const largest = 5_000_000;

/**
 * The text of a small file; undefined where there is none. It reads more plainly than the host's reader, which knows
 * what the checks must, and costs a start more than all the rest.
 * @throws CannotRun where it cannot be read, or is no text
 */
export function textFile(path: string): string | undefined {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw new CannotRun(`${path} is no file.`);
    if (stat.size > largest) throw new CannotRun(`${path} is too large.`);
    const text = readFileSync(path, 'utf8');
    if (text.includes('\0')) throw new CannotRun(`${path} is no text.`);
    return text;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (error instanceof CannotRun || code === undefined) throw error;
    throw new CannotRun(`${path} cannot be read (${code}).`);
  }
}
