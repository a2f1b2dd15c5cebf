import { Language as Grammar, Parser } from 'web-tree-sitter';
import type { GrammarHost } from '../host';

/** Loads the parser and each grammar once, when a language is first seen. */
export class Grammars {
  readonly #host: GrammarHost;
  readonly #loaded = new Map<string, Promise<Parser>>();
  readonly #ready = new Map<string, Parser>();
  #runtime: Promise<void> | undefined;

  constructor(host: GrammarHost) {
    this.#host = host;
  }

  /** A parser for this grammar, if it is loaded already. */
  get(grammar: string): Parser | undefined {
    return this.#ready.get(grammar);
  }

  /** @throws where the grammar's file cannot be read or does not fit the runtime. */
  load(grammar: string): Promise<Parser> {
    let loading = this.#loaded.get(grammar);
    if (!loading) {
      loading = this.#start(grammar);
      this.#loaded.set(grammar, loading);
      loading.catch(() => this.#loaded.delete(grammar));
    }
    return loading;
  }

  async #start(grammar: string): Promise<Parser> {
    this.#runtime ??= this.#host.runtime().then((wasmBinary) => Parser.init({ wasmBinary }));
    await this.#runtime;
    const parser = new Parser();
    parser.setLanguage(await Grammar.load(await this.#host.grammar(grammar)));
    this.#ready.set(grammar, parser);
    return parser;
  }
}
