import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files by path, with `/` between folders. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** A folder of its own below the system's temporary one, holding these files. */
export function tempFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'twelve-factor-'));
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, typeof content === 'string' ? content : new Uint8Array(content));
  }
}

/** Runs `use` in a folder that is gone afterwards. */
export async function inTempFolder<T>(files: Files, use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = tempFolder(files);
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
