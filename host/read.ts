import { closeSync, constants, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { MOST_BYTES } from '../core/limits';

/** Why a file's text was not read. */
export type Unread = 'missing' | 'not a file' | 'too large' | 'binary' | 'unreadable';

export type Reading = { readonly text: string; readonly bytes: number } | { readonly skipped: Unread };

const SNIFFED = 8192;
/** Where a fifo takes a file's place after it was looked at, opening it must not wait for a writer. */
const OPEN = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The text of a regular file, without its byte order mark: UTF-8, or UTF-16 where a byte order mark says so. Bytes
 * that are not UTF-8 become U+FFFD. Links are followed. Never throws, and never opens a fifo, a socket or a device.
 */
export function readText(path: string, mostBytes: number = MOST_BYTES): Reading {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return { skipped: 'missing' };
    if (!found.isFile()) return { skipped: 'not a file' };
    if (found.size > mostBytes) return { skipped: 'too large' };
    const bytes = readAll(path);
    return bytes.length > mostBytes ? { skipped: 'too large' } : decode(bytes);
  } catch (error) {
    return { skipped: isGone(error) ? 'missing' : 'unreadable' };
  }
}

/** The names of what lies in a folder; none where it cannot be read. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readAll(path: string): Buffer {
  const file = openSync(path, OPEN);
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function decode(bytes: Buffer): Reading {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { text: bytes.toString('utf16le', 2), bytes: bytes.length };
  if (first === 0xfe && second === 0xff) return { text: bigEndian(bytes.subarray(2)), bytes: bytes.length };
  if (bytes.subarray(0, SNIFFED).includes(0)) return { skipped: 'binary' };
  const start = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  return { text: bytes.toString('utf8', start), bytes: bytes.length };
}

function bigEndian(bytes: Buffer): string {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return whole.swap16().toString('utf16le');
}

function isGone(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The system's code of an error, such as `EACCES`. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown error';
}
