import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { App, Tree } from '../core/app';
import { isAppFile } from '../core/facts/app-files';
import { readLock } from '../core/facts/locks';
import type { Skim } from '../core/facts/skim';
import type { FixTarget } from '../core/fix/fixes';
import type { Language } from '../core/language';
import { mostBytes } from '../core/limits';
import { part } from '../core/lint/baseline';
import { merged } from '../core/lint/merged';
import { codeLanguageOf, type Linter } from '../core/linter';
import type { Finding } from '../core/rule';
import { codeOf } from '../core/source';
import { type ParsedText, reparse } from '../core/syntax/reparse';
import { LineIndex } from '../core/text';
import type { Judgement } from './baselines';
import type { Folder } from './folder';
import { belongs } from './membership';

/** The findings of one version of a document; `id` changes with everything they depend on. */
export interface Verdict extends Judgement {
  readonly id: string;
  readonly version: number;
  readonly lines: LineIndex;
}

/** A document open in the client, with all that is kept of it between two requests. */
export class OpenDocument {
  readonly folder: Folder;
  readonly path: string;
  readonly language: Language | undefined;
  readonly #isConfig: boolean;
  /** What the client was last told by a document pull. */
  pulled: { readonly id: string; readonly version: number } | undefined;
  readonly source: TextDocument;
  readonly #linter: Linter;
  readonly #serial: number;
  #skimmed: { readonly version: number; readonly skim: Skim } | undefined;
  #parsed: ParsedText | undefined;
  #verdict: Verdict | undefined;
  #belongs: { readonly tree: Tree; readonly yes: boolean } | undefined;
  #sound: { readonly version: number; readonly yes: boolean } | undefined;
  #closed = false;

  /** `serial` tells apart two documents that are opened one after the other under one URI. */
  constructor(source: TextDocument, folder: Folder, path: string, linter: Linter, serial: number) {
    this.folder = folder;
    this.path = path;
    this.#isConfig = linter.isConfig(path);
    this.language = this.#isConfig ? undefined : codeLanguageOf(path, source.languageId);
    this.source = source;
    this.#linter = linter;
    this.#serial = serial;
  }

  get uri(): string {
    return this.source.uri;
  }

  get version(): number {
    return this.source.version;
  }

  get text(): string {
    return this.source.getText();
  }

  get app(): App {
    return this.folder.picture.appOf(this.path);
  }

  /** Stands for this version of the text and everything else that the findings depend on. */
  get id(): string {
    return `${this.#serial}.${this.version}.${this.folder.stateOf(this.path)}`;
  }

  /** Whether it is text of a sensible size and one of the app's own files. */
  get isJudged(): boolean {
    return this.#isSound() && this.#isOwn();
  }

  #isSound(): boolean {
    const { version } = this;
    if (this.#sound?.version !== version) this.#sound = { version, yes: isSound(this.path, this.text) };
    return this.#sound.yes;
  }

  #isOwn(): boolean {
    const { tree } = this.app;
    if (this.#belongs?.tree !== tree) this.#belongs = { tree, yes: belongs(this) };
    return this.#belongs.yes;
  }

  /** Puts what the text says into the folder's picture, where it wins over the disk. */
  tell(): boolean {
    if (!this.isJudged) return false;
    const { picture } = this.folder;
    const lock = readLock(this.path, this.text);
    if (lock) return picture.setLock(lock);
    if (this.#isConfig) return picture.addPath(this.path);
    const isNews = isAppFile(this.path) && picture.setAppFile(this.path, this.text);
    const skim = this.skim();
    if (!skim) return isNews;
    return picture.setSummary(this.#linter.summarize(this.path, skim, this.text, true)) || isNews;
  }

  /** What the text of a code file says without its tree. */
  skim(): Skim | undefined {
    if (!this.language || !this.isJudged) return undefined;
    if (this.#skimmed?.version !== this.version) {
      this.#skimmed = { version: this.version, skim: this.#linter.skim(this.text, this.language) };
    }
    return this.#skimmed.skim;
  }

  /** The syntax tree of the text as it is when the promise resolves; the document keeps and frees it. */
  async parse(): Promise<ParsedText | undefined> {
    if (!this.language || !this.isJudged) return undefined;
    await this.#linter.grammars.load(this.language.grammar);
    return this.#parseNow();
  }

  #parseNow(): ParsedText | undefined {
    const parser = this.language && this.#linter.grammars.get(this.language.grammar);
    if (!this.language || !parser || this.#closed) return undefined;
    const code = codeOf(this.text, this.language);
    if (this.#parsed?.text !== code) {
      const old = this.#parsed;
      this.#parsed = undefined;
      this.#parsed = reparse(parser, code, old);
    }
    return this.#parsed;
  }

  /** What fixes of this document start from. */
  async target(): Promise<FixTarget> {
    const parsed = await this.parse();
    return { path: this.path, text: this.text, language: this.language, tree: parsed?.tree };
  }

  /** The findings in the text as it is when the promise resolves. */
  async verdict(): Promise<Verdict> {
    while (this.#verdict?.id !== this.id) {
      const { id, version } = this;
      const findings = this.#judge();
      if (findings)
        this.#verdict = { id, version, ...this.#parted(findings), lines: new LineIndex(this.text) };
      else await this.parse();
    }
    return this.#verdict;
  }

  #parted(found: readonly Finding[]): Judgement {
    const { fresh, known, gone } = part(found, this.path, this.text, this.folder.settings.baseline);
    return { findings: fresh, known, gone };
  }

  /** Undefined where the grammar must be loaded first. */
  #judge(): readonly Finding[] | undefined {
    if (!this.isJudged) return [];
    const { app, text } = this;
    const { lint } = this.folder.settings;
    const around = this.#linter.checkAround(this.path, text, app, lint);
    const skim = this.skim();
    if (!this.language || !skim) return around;
    const draft = this.#linter.draft(this.path, text, this.language, app, skim);
    if (!draft.needsTree) return around;
    if (!this.#linter.grammars.get(this.language.grammar)) return undefined;
    return merged(this.#linter.checkOpen(draft, this.#parseNow(), app, lint), around, text);
  }

  /** Frees what the garbage collector does not. */
  close(): void {
    this.#closed = true;
    this.#parsed?.tree.delete();
    this.#parsed = undefined;
  }
}

/** Whether it is text of a size that is judged. Counts UTF-16 units, of which there are no more than bytes. */
function isSound(path: string, text: string): boolean {
  return text.length <= mostBytes(path) && !text.includes('\0');
}
