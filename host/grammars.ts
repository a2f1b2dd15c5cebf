import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GrammarHost } from '../core/host';

/** Grammars from a folder of the disk; `runtime` is the folder of the parser's own `web-tree-sitter.wasm`. */
export function grammarHost(folder: string, runtime: string = folder): GrammarHost {
  return {
    runtime: () => bytesOf(join(runtime, 'web-tree-sitter.wasm')),
    grammar: (name) => bytesOf(join(folder, `tree-sitter-${name}.wasm`)),
  };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path));
}
