import {
  type DecorationOptions,
  EventEmitter,
  type ExtensionContext,
  MarkdownString,
  Range,
  type TextDocument,
  type TextEditor,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import { maskedRanges } from '../../core/env/masked';
import { envKindOf } from './env-document';

const SECTION = 'twelveFactor';
export const toggleCommand = 'twelveFactor.env.toggleValues';

/**
 * Keeps the values of env files out of sight. The manifest's colours hide them before the first paint; the
 * decorations here mark what is hidden, give the colour back where values may be seen, and hide values in documents
 * that other grammars colour.
 */
export class Masking {
  readonly #revealed = new Set<string>();
  readonly #changes = new EventEmitter<void>();
  readonly onDidChange = this.#changes.event;
  readonly #masked = window.createTextEditorDecorationType({
    color: 'transparent',
    backgroundColor: new ThemeColor('editor.inactiveSelectionBackground'),
    borderRadius: '3px',
  });
  readonly #shown = window.createTextEditorDecorationType({ color: new ThemeColor('editor.foreground') });

  constructor(context: ExtensionContext) {
    context.subscriptions.push(
      this.#masked,
      this.#shown,
      this.#changes,
      window.onDidChangeVisibleTextEditors((editors) => this.#paintAll(editors)),
      workspace.onDidChangeTextDocument(({ document }) => this.#paintAll(editorsOf(document))),
      workspace.onDidCloseTextDocument((document) => this.#revealed.delete(document.uri.toString())),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SECTION)) this.#changed();
      }),
    );
    this.#paintAll(window.visibleTextEditors);
  }

  /** Whether a document's values are hidden; undefined where it is no env file that masking concerns. */
  isMasked(document: TextDocument): boolean | undefined {
    if (envKindOf(document) !== 'values') return undefined;
    if (isPresenting(document)) return true;
    const wanted = workspace.getConfiguration(SECTION, document).get<boolean>('env.maskValues', true);
    return wanted !== this.#revealed.has(document.uri.toString());
  }

  /** Whether presentation mode keeps the values hidden. */
  isPresenting(document: TextDocument): boolean {
    return isPresenting(document);
  }

  toggle(document: TextDocument): void {
    const key = document.uri.toString();
    if (!this.#revealed.delete(key)) this.#revealed.add(key);
    this.#changed();
  }

  #changed(): void {
    this.#paintAll(window.visibleTextEditors);
    this.#changes.fire();
  }

  #paintAll(editors: readonly TextEditor[]): void {
    for (const editor of editors) if (envKindOf(editor.document)) this.#paint(editor);
  }

  #paint(editor: TextEditor): void {
    const { document } = editor;
    const ranges = maskedRanges(document.getText()).map(
      ({ start, end }) => new Range(document.positionAt(start), document.positionAt(end)),
    );
    const isMasked = this.isMasked(document) ?? false;
    const hoverMessage = explanation(isPresenting(document));
    const hidden = ranges.map((range): DecorationOptions => ({ range, hoverMessage }));
    editor.setDecorations(this.#masked, isMasked ? hidden : []);
    editor.setDecorations(this.#shown, isMasked ? [] : ranges);
  }
}

function isPresenting(document: TextDocument): boolean {
  return workspace.getConfiguration(SECTION, document).get<boolean>('presentationMode', false);
}

function editorsOf(document: TextDocument): TextEditor[] {
  return window.visibleTextEditors.filter((editor) => editor.document === document);
}

function explanation(presenting: boolean): MarkdownString {
  if (presenting) return new MarkdownString('Hidden in presentation mode.');
  const text = new MarkdownString(`Hidden. [Show the values of this file](command:${toggleCommand})`);
  text.isTrusted = { enabledCommands: [toggleCommand] };
  return text;
}
