import { isAppFile } from '../core/facts/app-files';

const MOST_BYTES = 1024 * 1024;
/** Larger code was hardly written by hand. */
const MOST_CODE_BYTES = 512 * 1024;

/** The most that is read and judged of a file, in bytes; the same in all hosts. */
export function mostBytes(path: string): number {
  return isAppFile(path) ? MOST_BYTES : MOST_CODE_BYTES;
}

/** Whether an open document is text of a size that is judged. Counts UTF-16 units, which bytes are never fewer than. */
export function isJudged(path: string, text: string): boolean {
  return text.length <= mostBytes(path) && !text.includes('\0');
}
