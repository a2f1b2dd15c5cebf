import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { groundInSteps } from '../../host/git';
import { grammarHost } from '../../host/grammars';
import { namesIn, readText } from '../../host/read';
import { walk } from '../../host/walk';
import type { FileReading, ServerHost } from './host';

/** The disk of this machine; `grammars` is the folder of the grammars. Folders that are not on it are empty. */
export function nodeHost(grammars: string): ServerHost {
  return {
    grammars: grammarHost(grammars),
    *walk(folder) {
      if (isOnDisk(folder)) yield* walk(fileURLToPath(folder));
    },
    read(folder, path, mostBytes): FileReading {
      if (!isOnDisk(folder)) return { skipped: 'missing' };
      const reading = readText(join(fileURLToPath(folder), path), mostBytes);
      if (!('skipped' in reading)) return { text: reading.text };
      return { skipped: reading.skipped === 'not a file' ? 'missing' : reading.skipped };
    },
    list: (folder, path) => (isOnDisk(folder) ? namesIn(join(fileURLToPath(folder), path)) : []),
    ground: (folder, envFiles) =>
      isOnDisk(folder)
        ? groundInSteps(fileURLToPath(folder), envFiles, () => setImmediate())
        : { tracked: undefined, exposed: new Set(), repository: undefined },
    pause: () => setImmediate(),
    delay: (milliseconds) => setTimeout(milliseconds),
  };
}

function isOnDisk(folder: string): boolean {
  return folder.startsWith('file:');
}
