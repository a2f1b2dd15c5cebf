import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { GrammarHost } from '../../core/host';
import { grammarHost } from '../../host/grammars';

/** The grammars as npm delivers them, for tests that run without a build. */
export function npmGrammars(): GrammarHost {
  const { resolve } = createRequire(import.meta.url);
  const grammars = dirname(resolve('@vscode/tree-sitter-wasm'));
  return grammarHost(grammars, dirname(resolve('web-tree-sitter/web-tree-sitter.wasm')));
}
