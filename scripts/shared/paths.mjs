import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** Downloads that outlive a run: editors, the packaged extension, probe results. */
export const cache = join(root, '.vscode-test');
export const out = join(root, 'out');
