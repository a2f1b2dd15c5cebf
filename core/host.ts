/** Where the WebAssembly of the parser comes from; each promise rejects with the reason it cannot be had. */
export interface GrammarHost {
  /** The bytes of `web-tree-sitter.wasm`. */
  runtime(): Promise<Uint8Array>;
  /** The bytes of `tree-sitter-<name>.wasm`. */
  grammar(name: string): Promise<Uint8Array>;
}
