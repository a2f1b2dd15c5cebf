import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

/** A grammar as the editor's own tokenizer reads it, with the grammars it embeds and those injected into it, by scope. */
export async function loadGrammar(
  scope: string,
  grammars: Readonly<Record<string, object>>,
  injected: readonly string[] = [],
): Promise<textmate.IGrammar> {
  const require = createRequire(import.meta.url);
  const bytes = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(new Uint8Array(bytes));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => {
      const raw = grammars[name];
      return raw ? textmate.parseRawGrammar(JSON.stringify(raw), `${name}.json`) : null;
    },
    getInjections: (name) => (name === scope ? [...injected] : []),
  });
  const loaded = await registry.loadGrammar(scope);
  assert.ok(loaded);
  return loaded;
}
